/// What the tool tells a script when it ends.
public enum ExitStatus: Int32, CaseIterable, Sendable {
    case success = 0
    case failure = 1
    case usage = 2
    case partial = 3
    case notFound = 4
    case unreachable = 5
    case differences = 6
    case timedOut = 7
    case unhealthy = 8
    case denied = 9
    case interrupted = 130

    /// What it means, as the man page puts it.
    public var meaning: String {
        switch self {
        case .success: "All that was asked for was done."
        case .failure: "The operation failed."
        case .usage: "Usage: an unknown command or option, a missing or malformed value."
        case .partial: "Partial: some targets answered, some failed."
        case .notFound: "Not found: a topic, group, broker or message, or a cluster that no broker belongs to."
        case .unreachable: "Nothing could be reached: refused, not resolved, or TLS failed."
        case .differences: "Differences were found."
        case .timedOut: "Timed out, or a condition that was waited for did not come true."
        case .unhealthy: "A health rule failed."
        case .denied: "Denied: by access control, or by a protected context."
        case .interrupted: "Interrupted."
        }
    }
}
