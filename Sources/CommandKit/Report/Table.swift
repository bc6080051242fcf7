/// Rows of one type.
///
/// In JSON it is `{"kind": …, "items": […]}`, with `errors` where something failed.
public struct Table<Row: TableRow>: Report {
    enum Rows: Sendable {
        case all([Row])
        case stream(@Sendable (Emitter<Row>) async throws -> Void)
    }

    let rows: Rows
    let layout: Layout<Row>
    let failures: [Failure]

    /// A table of rows that are there already.
    public init(_ rows: [Row], layout: Layout<Row> = .columns(), failures: [Failure] = []) {
        (self.rows, self.layout, self.failures) = (.all(rows), layout, failures)
    }

    /// A table whose rows come while it is being drawn, so that it may be longer than memory.
    ///
    /// `produce` runs while the report is drawn; what it throws ends the drawing.
    public init(
        layout: Layout<Row> = .columns(), streaming produce: @escaping @Sendable (Emitter<Row>) async throws -> Void
    ) {
        (rows, self.layout, failures) = (.stream(produce), layout, [])
    }

    public static var shape: Shape { .object([Shape.Field("items", .array(Row.shape))]) }
    public static var partShape: Shape { .array(Row.shape) }
    public var content: Content { .table(Listing(rows, layout, failures)) }
}

/// One object with named values.
///
/// In JSON its values stand beside `kind` at the top level.
public struct Record<Row: TableRow>: Report {
    let row: Table<Row>.Rows
    let layout: Layout<Row>
    let failures: [Failure]

    /// A record; text shows it as lines of a label and a value unless `layout` says otherwise.
    public init(_ row: Row, layout: Layout<Row> = .labels(), failures: [Failure] = []) {
        (self.row, self.layout, self.failures) = (.all([row]), layout, failures)
    }

    /// A record that is known only when it is its turn to be drawn, such as the sums of a streaming table before it.
    public init(layout: Layout<Row> = .labels(), computing row: @escaping @Sendable () async throws -> Row) {
        (self.row, self.layout, failures) = (.stream { emit in try emit(try await row()) }, layout, [])
    }

    public static var shape: Shape { Row.shape }
    public var content: Content { .record(Listing(row, layout, failures)) }
}

/// What a streaming table's producer hands its rows to; it belongs to the task that draws.
public struct Emitter<Row> {
    let emit: (Row) throws -> Void
    let note: (Failure) -> Void
    let write: () throws -> Void
    let say: (String) throws -> Void

    /// Draws one row; it reaches the terminal when enough of them have come, or at `flush()`.
    public func callAsFunction(_ row: Row) throws { try emit(row) }

    /// Draws a line between rows, which may contain line ends; it is no data, and only text has it.
    public func line(_ text: String) throws { try say(text) }

    /// Notes that something failed.
    public func fail(_ failure: Failure) { note(failure) }

    /// Writes what has been drawn; to be called before waiting for more.
    public func flush() throws { try write() }
}
