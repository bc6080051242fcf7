internal import LooseJSON

extension Table.Rows {
    /// The rows that a selection keeps, in its order, and what is known to have failed.
    ///
    /// A stream stays one unless its rows have to be sorted.
    func narrowed(by selection: Selection, _ failures: [Failure]) async throws -> (Self, [Failure]) {
        let cells = Row.columns.compactMap { column in column.key.map { (key: JSON.string($0), cell: column.cell) } }
        func members(_ row: Row) -> [JSON.Member] { cells.map { JSON.Member($0.key, $0.cell(row)) } }
        switch self {
        case .all(let rows): return (.all(selection.picked(rows.map { ($0, members($0)) })), failures)
        case .stream(let produce) where selection.order == nil:
            let kept: @Sendable (Emitter<Row>) async throws -> Void = { emitter in
                let keys = Row.columns.compactMap { column in column.key.map { (JSON.string($0), column.cell) } }
                try await produce(
                    Emitter(
                        emit: { row in
                            if selection.keeps(keys.map { JSON.Member($0.0, $0.1(row)) }) { try emitter.emit(row) }
                        }, note: emitter.note, write: emitter.write, say: { _ in }))
            }
            return (.stream(kept), failures)
        case .stream(let produce):
            let all = Gathered<Row>(failures)
            try await produce(
                Emitter(
                    emit: { all.rows.append(($0, members($0))) }, note: { all.failures.append($0) }, write: {},
                    say: { _ in }))
            return (.all(selection.picked(all.rows)), all.failures)
        }
    }
}

extension Selection {
    fileprivate func picked<Row>(_ rows: [(row: Row, members: [JSON.Member])]) -> [Row] {
        let kept = rows.filter { keeps($0.members) }
        guard let order else { return kept.map(\.row) }
        // Rows that are equal keep their order.
        let sorted = kept.enumerated().sorted { left, right in
            if order.isOrdered(left.element.members, right.element.members) { return true }
            if order.isOrdered(right.element.members, left.element.members) { return false }
            return left.offset < right.offset
        }
        return sorted.map(\.element.row)
    }
}

private final class Gathered<Row> {
    var rows: [(row: Row, members: [JSON.Member])] = []
    var failures: [Failure]
    init(_ failures: [Failure]) { self.failures = failures }
}
