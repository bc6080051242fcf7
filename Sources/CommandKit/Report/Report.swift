/// What a subcommand answers: a value that holds everything in machine form, and that any format can draw.
///
/// `Table`, `Record`, `Message`, `Series` and `Either` are reports; a command with several parts conforms to `Sections`.
public protocol Report: Sendable {
    /// What programs find in its JSON form.
    static var shape: Shape { get }

    /// The same where the report is a part of another one.
    static var partShape: Shape { get }

    /// The report with its type erased, ready to be drawn.
    var content: Content { get }
}

extension Report {
    public static var partShape: Shape { shape }
}

/// The form of a report's values, from which a JSON Schema derives.
public indirect enum Shape: Sendable, Hashable {
    case string, integer, number, boolean
    /// Any JSON value.
    case any
    case optional(Shape)
    case array(Shape)
    /// An object whose keys are data.
    case map(Shape)
    case object([Field])
    case either([Shape])

    /// A member of an object.
    public struct Field: Sendable, Hashable {
        /// The member's key.
        public var key: String
        /// The form of its value.
        public var shape: Shape

        /// A member.
        public init(_ key: String, _ shape: Shape) { (self.key, self.shape) = (key, shape) }
    }
}

/// Something that failed while other things of the same command went well.
public struct Failure: Sendable, Hashable {
    /// What was asked: an address, a topic, a group.
    public var target: String
    /// RocketMQ's response code, where there was a response.
    public var code: Int?
    /// What is wrong, on one line.
    public var message: String

    /// Something that failed.
    public init(_ target: String, code: Int? = nil, _ message: String) {
        (self.target, self.code, self.message) = (target, code, message)
    }

    /// Target, message and code on one line, each of them once.
    public var line: String {
        let text = message.hasPrefix(target) ? message : "\(target): \(message)"
        guard let code, !text.holds("(\(code))"), !text.holds("code \(code)") else { return text }
        return "\(text) [code \(code)]"
    }
}
