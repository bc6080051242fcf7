internal import LooseJSON

/// One column of a table or one line of a record: its heading, its key, its value, and how text shows it.
///
/// ```swift
/// Column("#Broker Name", "brokerName", width: -22) { $0.brokerName }
/// Column("#InTPS(LOAD)", "inTps", width: 16) { $0.inTps } text: { "\($0.inTps.fixed(2))(\($0.inLoad))" }
/// Column(key: "storeTimestamp") { $0.storeTimestamp }     // for programs only
/// Column("#Hour", width: -12) { $0.hours }                // text only: stands in a layout
/// ```
/// Widths are Java's: negative pads on the right, positive on the left, a longer text keeps its length, lengths count
/// UTF-16 units. Without a width the widest cell decides. Columns are two blanks apart unless `gap` says otherwise.
public struct Column<Row: Sendable>: Sendable {
    let title: String?
    let key: String?
    let width: Int?
    let titleWidth: Int?
    let gap: Int?
    let shape: Shape
    let cell: @Sendable (Row) -> JSON
    let text: @Sendable (Row) -> String

    /// A column of text and JSON; `titleWidth` differs from `width` where RocketMQ pads the heading otherwise.
    public init<Value: CellValue>(
        _ title: String, _ key: String, width: Int? = nil, titleWidth: Int? = nil, gap: Int? = nil,
        _ value: @escaping @Sendable (Row) -> Value, text: (@Sendable (Row) -> String)? = nil
    ) {
        (self.title, self.key, self.width, self.titleWidth, self.gap) = (title, key, width, titleWidth, gap)
        shape = Value.cellShape
        cell = { value($0).cell }
        self.text = text ?? { value($0).cellText }
    }

    /// A value for programs, which text does not show.
    public init<Value: CellValue>(key: String, _ value: @escaping @Sendable (Row) -> Value) {
        (self.title, self.key, width, titleWidth, gap) = (nil, key, nil, nil, nil)
        shape = Value.cellShape
        cell = { value($0).cell }
        text = { value($0).cellText }
    }

    /// A column of text only, which stands in a layout.
    public init(
        _ title: String, width: Int? = nil, titleWidth: Int? = nil, gap: Int? = nil,
        text: @escaping @Sendable (Row) -> String
    ) {
        (self.title, key, self.width, self.titleWidth, self.gap) = (title, nil, width, titleWidth, gap)
        shape = .string
        cell = { .string(text($0)) }
        self.text = text
    }
}

/// The type of a table's rows, or of a record: it says which values there are.
public protocol TableRow: Sendable {
    /// Its values in order. JSON, YAML and CSV show those with a key, text those with a title.
    static var columns: [Column<Self>] { get }
}

extension TableRow {
    static var shape: Shape {
        .object(columns.compactMap { column in column.key.map { Shape.Field($0, column.shape) } })
    }
}
