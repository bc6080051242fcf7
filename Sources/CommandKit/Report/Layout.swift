/// How text shows a table or a record, where it is not simply its columns.
///
/// What stands in `before`, `after` and in lines of free text may contain line ends; columns and labels escape them.
public struct Layout<Row: TableRow>: Sendable {
    enum Body: Sendable {
        case columns([Column<Row>], header: Bool)
        case labels([Column<Row>], width: Int, separator: String)
        case lines(@Sendable (Row) -> String)
    }

    let body: Body
    let before: [String]
    let after: [String]

    /// Columns under their titles; those of the row unless others are given.
    public static func columns(
        _ columns: [Column<Row>]? = nil, header: Bool = true, before: [String] = [], after: [String] = []
    ) -> Self {
        Self(body: .columns(columns ?? Row.columns, header: header), before: before, after: after)
    }

    /// A line for each value, its title padded to `width` (negative: on the right), `separator`, the value; Java's
    /// `%-20s %s`.
    public static func labels(
        _ columns: [Column<Row>]? = nil, width: Int = -20, separator: String = " ", before: [String] = [],
        after: [String] = []
    ) -> Self {
        Self(body: .labels(columns ?? Row.columns, width: width, separator: separator), before: before, after: after)
    }

    /// Free text for each row; a line end follows it.
    public static func lines(
        before: [String] = [], after: [String] = [], _ line: @escaping @Sendable (Row) -> String
    ) -> Self {
        Self(body: .lines(line), before: before, after: after)
    }
}
