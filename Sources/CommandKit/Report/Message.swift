public import LooseJSON

/// A few lines of text, and the same as named values for programs.
///
/// In JSON the values stand beside `kind`; a message without values has its lines as `message`.
public struct Message: Report {
    let lines: [String]
    private let fields: @Sendable () -> [JSON.Member]
    let failures: [Failure]

    /// A message of several lines.
    public init(
        _ lines: [String], fields: KeyValuePairs<String, any CellValue> = [:], failures: [Failure] = []
    ) {
        self.lines = lines
        let members = fields.map { JSON.Member(.string($0.key), $0.value.cell) }
        self.fields = { members }
        self.failures = failures
    }

    /// A text, and the same as the members of an object, which are made when they are drawn.
    public init(_ text: String, members: @escaping @autoclosure @Sendable () -> [JSON.Member]) {
        (lines, fields, failures) = ([text], members, [])
    }

    /// A message of one line.
    public init(
        _ line: String, fields: KeyValuePairs<String, any CellValue> = [:], failures: [Failure] = []
    ) { self.init([line], fields: fields, failures: failures) }

    public static var shape: Shape { .map(.any) }
    public var content: Content { .message(self) }

    var members: [JSON.Member] {
        let fields = fields()
        return fields.isEmpty && !lines.isEmpty
            ? [JSON.Member(.string("message"), .string(lines.joined(separator: "\n")))] : fields
    }
}
