internal import LooseJSON

/// A report with its type erased; one switch over it draws any report in any format.
public enum Content {
    case table(Listing)
    case record(Listing)
    case sections([Part], [Failure])
    case message(Message)
    /// Calls its argument with each report as it comes.
    case series((@escaping (Content) async throws -> Void) async throws -> Void)

    /// A named part of a report.
    public struct Part {
        let key: String
        let content: Content
    }
}

/// The rows of a table, or the one row of a record, with their type erased.
///
/// Both ways to go through it return what failed.
public struct Listing {
    typealias Walk<Element> = (@escaping (Element) throws -> Void, _ flush: @escaping () throws -> Void) async throws ->
        [Failure]

    /// The keys of its values, in order.
    let keys: [String]
    /// Each row in machine form.
    let items: Walk<[JSON.Member]>
    /// Each line of its text; `true` for text from the network as it came.
    let lines: (Bool) -> Walk<String>
    /// Keeps the rows of a stream, so that both ways may be gone again.
    let keepRows: () -> Void
    /// The same with the rows that are asked for, in their order.
    let narrow: (Selection) async throws -> Listing

    init(
        keys: [String], items: @escaping Walk<[JSON.Member]>, lines: @escaping (Bool) -> Walk<String>,
        keepRows: @escaping () -> Void, narrow: @escaping (Selection) async throws -> Listing
    ) {
        (self.keys, self.items, self.lines) = (keys, items, lines)
        (self.keepRows, self.narrow) = (keepRows, narrow)
    }

    init<Row: TableRow>(_ rows: Table<Row>.Rows, _ layout: Layout<Row>, _ failures: [Failure]) {
        let cells = Row.columns.compactMap { column in column.key.map { (key: $0, cell: column.cell) } }
        let members = cells.map { JSON.Member(.string($0.key), .null) }
        keys = cells.map(\.key)
        let source = RowSource(rows, failures)
        keepRows = { source.isKeeping = true }
        items = { write, flush in
            try await source.walk(flush, say: { _ in }) { row in
                var members = members
                for index in members.indices { members[index].value = cells[index].cell(row) }
                try write(members)
            }
        }
        narrow = { selection in
            let (rows, failures) = try await rows.narrowed(by: selection, failures)
            return Listing(rows, layout, failures)
        }
        lines = { isRaw in
            { write, flush in
                let text = LayoutText(layout, rows: source.known, isRaw: isRaw)
                for line in text.heading { try write(line) }
                let say = { (line: String) in try write(isRaw ? line : line.escapingControls(keepingLines: true)) }
                let failures = try await source.walk(flush, say: say) { row in
                    for line in text.lines(of: row) { try write(line) }
                }
                for line in text.closing { try write(line) }
                return failures
            }
        }
    }
}
