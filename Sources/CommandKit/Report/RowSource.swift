/// Where the rows of a listing come from; a stream that was kept is there already the next time.
final class RowSource<Row: TableRow> {
    private var rows: Table<Row>.Rows
    private var failures: [Failure]
    var isKeeping = false
    /// The most rows of a stream that are kept.
    private let limit = 200_000

    init(_ rows: Table<Row>.Rows, _ failures: [Failure]) { (self.rows, self.failures) = (rows, failures) }

    /// The rows, where they are there already.
    var known: [Row] {
        switch rows {
        case .all(let rows): rows
        case .stream: []
        }
    }

    func walk(
        _ flush: @escaping () throws -> Void, say: @escaping (String) throws -> Void,
        _ visit: @escaping (Row) throws -> Void
    ) async throws -> [Failure] {
        switch rows {
        case .all(let rows):
            for row in rows { try visit(row) }
        case .stream(let produce):
            let come = Come<Row>(failures)
            let most = isKeeping ? limit + 1 : 0
            let emit = { (row: Row) in
                if come.rows.count < most { come.rows.append(row) }
                try visit(row)
            }
            try await produce(Emitter(emit: emit, note: { come.failures.append($0) }, write: flush, say: say))
            if isKeeping {
                let problem = UsageError("the last result had more than \(limit) rows, and was not kept")
                rows = come.rows.count > limit ? .stream { _ in throw problem } : .all(come.rows)
                failures = come.failures
            }
            return come.failures
        }
        return failures
    }
}

/// What has come while a stream is being drawn.
private final class Come<Row> {
    var rows: [Row] = []
    var failures: [Failure]
    init(_ failures: [Failure]) { self.failures = failures }
}
