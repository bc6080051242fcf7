public import LooseJSON

/// A value of a YAML document, with the line that it stands on.
///
/// Scalars keep their text: what a file means by `4.9` or `yes` is its reader's to say.
public struct YAMLNode: Sendable {
    public enum Value: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        /// The keys are scalars, each of them once.
        case mapping([(key: String, node: YAMLNode)])
    }

    public var value: Value
    /// Counted from 1.
    public var line: Int

    /// Reads one document of at most a megabyte, without anchors and tags; an empty one is an empty mapping.
    public init(parsing bytes: [UInt8]) throws(YAMLError) {
        self = try YAMLReader(bytes).document()
    }

    init(_ value: Value, line: Int) { (self.value, self.line) = (value, line) }
}

/// A text that is not YAML, or not of the kind that is read here.
public struct YAMLError: Error, Equatable, CustomStringConvertible {
    /// Counted from 1.
    public var line: Int
    public var reason: String

    /// What is wrong at a line.
    public init(line: Int, _ reason: String) { (self.line, self.reason) = (line, reason) }

    public var description: String { "line \(line): \(reason)" }
}

extension JSON {
    /// The value as a YAML document.
    public func yaml() throws -> [UInt8] {
        var bytes: [UInt8] = []
        let canvas = Canvas { bytes += $0 }
        let writer = try YAMLWriter(canvas)
        try writer.write(self)
        try writer.finish()
        try canvas.flush()
        return bytes
    }
}
