internal import CUV

/// Why the event loop gave up on a socket or on a wait.
public enum EventLoopError: Error, Equatable {
    case timedOut
    case closedByPeer
    /// No address stands behind the name; `reason` is the resolver's.
    case notResolved(host: String, reason: String)
    /// Nothing listens there.
    case refused
    /// Any other failure of the system, in the system's words, with what was being done.
    case system(reason: String, during: String)
}

extension EventLoopError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .timedOut: "timed out"
        case .closedByPeer: "closed by peer"
        case .notResolved(let host, let reason): "look up \(host): \(reason)"
        case .refused: "connection refused"
        case .system(let reason, let operation): "\(operation): \(reason)"
        }
    }
}

func check(_ status: CInt, _ operation: String) throws(EventLoopError) {
    guard status < 0 else { return }
    if status == UV_ECONNREFUSED.rawValue { throw .refused }
    throw .system(reason: String(cString: uv_strerror(status)), during: operation)
}
