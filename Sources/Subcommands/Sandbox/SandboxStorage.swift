internal import AdminClient
internal import CommandKit
internal import Sandbox

/// When a broker answers that a message is stored; the words are RocketMQ's, in short, for `flushDiskType`.
enum FlushMode: String, CaseIterable, ArgumentValue {
    case sync, async

    static var kind: ValueKind { ValueKind("mode", choices: allCases.map(\.rawValue)) }

    init(argument: String) throws(MalformedValue) {
        guard let mode = Self(rawValue: argument) else { throw MalformedValue() }
        self = mode
    }

    var argument: String? { rawValue }
}

/// How much of a log stays, as `1h`, `1GB` or `1h,1GB`.
struct RetentionLimits: ArgumentValue {
    static let kind = ValueKind("time,size", expects: "a time such as 1h, a size such as 1GB, or both, with a comma")
    private static let units: [(String, Int)] = [("kb", 1 << 10), ("mb", 1 << 20), ("gb", 1 << 30), ("tb", 1 << 40)]

    private(set) var retention = Retention()

    init(argument: String) throws(MalformedValue) {
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            if let bytes = Self.bytes(part) {
                guard retention.bytes == nil else { throw MalformedValue() }
                retention.bytes = bytes
            } else {
                // A bare number would be one of milliseconds, which nobody means.
                guard retention.age == nil, part.last?.isLetter == true else { throw MalformedValue() }
                retention.age = try Duration(argument: String(part))
            }
        }
    }

    private static func bytes(_ text: Substring) -> Int? {
        guard let unit = units.first(where: { text.lowercased().hasSuffix($0.0) }),
            let count = Int(text.dropLast(2)), (1...1 << 20).contains(count)
        else { return nil }
        return count * unit.1
    }

    var argument: String? {
        let parts = [retention.age?.argument, retention.bytes.map { "\($0 >> 10)KB" }]
        return parts.compactMap { $0 }.joined(separator: ",")
    }
}

/// Where a sandbox keeps its messages and settings.
struct SandboxStorage: Options {
    @Option(extra: "data", "keep messages and settings in this folder, and go on with what is there")
    var folder: FilePath?
    @Option(extra: "flush", "with --data: answer when messages are safe on disk (sync), or before (async)")
    var flush: FlushMode?
    @Option(extra: "retain", "let messages go that are older than a time, or beyond a size, of each broker")
    var retain: RetentionLimits?

    func add(to options: SandboxOptions, _ session: Session) throws(UsageError) -> SandboxOptions {
        var options = options
        guard flush == nil || folder != nil else { throw UsageError("--flush needs --data") }
        (options.storage.folder, options.storage.isSynchronous) = (folder?.text, flush == .sync)
        options.storage.retention = retain?.retention ?? Retention()
        options.storage.notice = session.notify
        return options
    }
}
