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
    /// The same with the rows that are asked for, in their order.
    let narrow: (Selection) async throws -> Listing

    init(
        keys: [String], items: @escaping Walk<[JSON.Member]>, lines: @escaping (Bool) -> Walk<String>,
        narrow: @escaping (Selection) async throws -> Listing
    ) { (self.keys, self.items, self.lines, self.narrow) = (keys, items, lines, narrow) }

    init<Row: TableRow>(_ rows: Table<Row>.Rows, _ layout: Layout<Row>, _ failures: [Failure]) {
        let cells = Row.columns.compactMap { column in column.key.map { (key: $0, cell: column.cell) } }
        let members = cells.map { JSON.Member(.string($0.key), .null) }
        keys = cells.map(\.key)
        items = { write, flush in
            try await rows.walk(failures, flush, say: { _ in }) { row in
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
                let text = LayoutText(layout, rows: rows.known, isRaw: isRaw)
                for line in text.heading { try write(line) }
                let say = { (line: String) in try write(isRaw ? line : line.escapingControls(keepingLines: true)) }
                let failures = try await rows.walk(failures, flush, say: say) { row in
                    for line in text.lines(of: row) { try write(line) }
                }
                for line in text.closing { try write(line) }
                return failures
            }
        }
    }
}

extension Table.Rows {
    /// The rows, where they are there already.
    fileprivate var known: [Row] {
        switch self {
        case .all(let rows): rows
        case .stream: []
        }
    }

    fileprivate func walk(
        _ failures: [Failure], _ flush: @escaping () throws -> Void, say: @escaping (String) throws -> Void,
        _ visit: @escaping (Row) throws -> Void
    ) async throws -> [Failure] {
        switch self {
        case .all(let rows):
            for row in rows { try visit(row) }
            return failures
        case .stream(let produce):
            let late = Late(failures)
            try await produce(Emitter(emit: visit, note: { late.failures.append($0) }, write: flush, say: say))
            return late.failures
        }
    }
}

/// Failures that are noted while a stream is being drawn.
private final class Late {
    var failures: [Failure]
    init(_ failures: [Failure]) { self.failures = failures }
}
