internal import LooseJSON

extension Content {
    /// The same with only what `selection` asks for of its tables.
    ///
    /// Throws a `UsageError` where no table has the columns that are named.
    func selected(_ selection: Selection) async throws -> Content {
        if selection.isEverything { return self }
        switch self {
        case .table(let listing): return .table(try await listing.selected(selection))
        case .sections(let parts, let failures):
            var (selected, problem) = ([Part](), nil as (any Error)?)
            for part in parts {
                guard case .table(let listing) = part.content else { continue }
                do {
                    selected.append(Part(key: part.key, content: .table(try await listing.selected(selection))))
                } catch let error as UsageError { problem = problem ?? error }
            }
            if selected.isEmpty, let problem { throw problem }
            let rest = parts.map { part in selected.first { $0.key == part.key } ?? part }
            return selected.isEmpty ? try Self.refuse() : .sections(rest, failures)
        case .record, .message: return try Self.refuse()
        // Each of its reports is selected from when it comes.
        case .series: return self
        }
    }

    private static func refuse() throws -> Content { throw UsageError.noTable }
}

extension UsageError {
    fileprivate static let noTable = UsageError(
        "--columns, --sort and --filter are for tables, and this command answers with none")
}

extension Selection {
    /// Throws where no table of a report of this shape has the columns that are named.
    ///
    /// To be called before the command runs, so that nothing is changed by one whose result cannot be drawn.
    public func check(_ shape: Shape) throws(UsageError) {
        if isEverything { return }
        let tables = shape.tables
        guard !tables.isEmpty else { throw .noTable }
        var problem: UsageError?
        for keys in tables {
            do throws(UsageError) {
                _ = try resolved(in: keys)
                return
            } catch { problem = problem ?? error }
        }
        if let problem { throw problem }
    }

    /// With the keys that the columns have; lag is what RocketMQ calls diff.
    fileprivate func resolved(in keys: [String]) throws(UsageError) -> Selection {
        func find(_ key: String) throws(UsageError) -> String {
            if keys.contains(key) { return key }
            if key == "lag", keys.contains("diff") { return "diff" }
            let near = Nearest.names(to: key, among: keys).first.map { "; did you mean '\($0)'?" }
            throw UsageError("no column '\(key)'" + (near ?? ": there are \(keys.joined(separator: ", "))"))
        }
        var selection = self
        if let columns {
            var found: [String] = []
            for column in columns { found.append(try find(column)) }
            selection.columns = found
        }
        if let order { selection.order?.key = try find(order.key) }
        for (index, condition) in (filter?.conditions ?? []).enumerated() {
            selection.filter?.conditions[index].key = try find(condition.key)
        }
        return selection
    }
}

extension Shape {
    /// The keys of each table that a report of this shape may have.
    fileprivate var tables: [[String]] {
        switch self {
        case .array(.object(let fields)): [fields.map(\.key)]
        case .optional(let shape): shape.tables
        case .either(let shapes): shapes.flatMap(\.tables)
        case .object(let fields):
            // A column may hold a list, which is no table: a report's own tables stand at its top.
            fields.flatMap { field -> [[String]] in
                switch field.shape {
                case .array, .optional(.array): return field.shape.tables
                default: return []
                }
            }
        default: []
        }
    }
}

extension Listing {
    fileprivate func selected(_ wanted: Selection) async throws -> Listing {
        let selection = try wanted.resolved(in: keys)
        let narrowed = try await narrow(selection)
        return selection.columns.map { narrowed.showing($0) } ?? narrowed
    }

    /// With these columns only, under their keys.
    private func showing(_ columns: [String]) -> Listing {
        let items: Walk<[JSON.Member]> = { [items] write, flush in
            try await items(
                { members in try write(columns.map { JSON.Member(.string($0), members.value(of: $0)) }) }, flush)
        }
        return Listing(
            keys: columns, items: items, lines: { Self.lines(of: items, columns, isRaw: $0) }, keepRows: keepRows,
            narrow: narrow)
    }

    /// Lines as wide as their widest cell, below the keys; the rows are gathered first.
    private static func lines(of items: @escaping Walk<[JSON.Member]>, _ keys: [String], isRaw: Bool) -> Walk<String> {
        { write, flush in
            let gathered = Gathered([keys])
            let failures = try await items(
                { members in
                    gathered.rows.append(
                        members.map { isRaw ? $0.value.csvText : $0.value.csvText.escapingControls() })
                }, flush)
            let widths = keys.indices.map { column in gathered.rows.map { $0[column].utf16.count }.max() ?? 0 }
            for row in gathered.rows {
                let cells = row.indices.map { $0 == keys.count - 1 ? row[$0] : row[$0].padded(to: -widths[$0]) }
                try write(cells.joined(separator: "  "))
            }
            return failures
        }
    }

    private final class Gathered {
        var rows: [[String]]
        init(_ rows: [[String]]) { self.rows = rows }
    }
}
