/// The lines that a layout makes of rows.
struct LayoutText<Row: TableRow> {
    private let layout: Layout<Row>
    private let isRaw: Bool
    private let cells: [CellText]

    /// A column's place in a line: how to pad, and how many blanks follow.
    private struct CellText {
        let column: Column<Row>
        let width: Int
        let titleWidth: Int
        let gap: Int
    }

    /// Columns without a width become as wide as the widest of `rows`.
    init(_ layout: Layout<Row>, rows: [Row], isRaw: Bool) {
        (self.layout, self.isRaw) = (layout, isRaw)
        guard case .columns(let columns, _) = layout.body else {
            cells = []
            return
        }
        let shown = columns.filter { $0.title != nil }
        cells = shown.indices.map { index in
            let column = shown[index]
            let isLast = index == shown.count - 1
            let width = column.width ?? (isLast ? 0 : -Self.widest(column, rows, isRaw))
            return CellText(
                column: column, width: width, titleWidth: column.titleWidth ?? width,
                gap: column.gap ?? (isLast ? 0 : 2))
        }
    }

    /// What stands above the rows.
    var heading: [String] {
        guard case .columns(_, header: true) = layout.body else { return free(layout.before) }
        let titles = cells.map { cell in
            (cell.column.title ?? "").padded(to: cell.titleWidth) + String.blanks(cell.gap)
        }
        return free(layout.before) + [titles.joined()]
    }

    /// What stands below them.
    var closing: [String] { free(layout.after) }

    func lines(of row: Row) -> [String] {
        switch layout.body {
        case .columns:
            // Bytes are several times faster than strings, and a list of all brokers has many cells.
            var line: [UInt8] = []
            line.reserveCapacity(256)
            for cell in cells {
                let text = shown(cell.column.text(row))
                let missing = max(0, abs(cell.width) - text.utf16.count)
                if cell.width > 0 { line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: missing)) }
                line.append(contentsOf: text.utf8)
                let after = cell.gap + (cell.width > 0 ? 0 : missing)
                line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: after))
            }
            return [String(decoding: line, as: UTF8.self)]
        case .labels(let columns, let width, let separator):
            return columns.compactMap { column in
                column.title.map { $0.padded(to: width) + separator + shown(column.text(row)) }
            }
        case .lines(let line): return [isRaw ? line(row) : line(row).escapingControls(keepingLines: true)]
        }
    }

    private func shown(_ text: String) -> String { isRaw ? text : text.escapingControls() }

    private func free(_ lines: [String]) -> [String] {
        isRaw ? lines : lines.map { $0.escapingControls(keepingLines: true) }
    }

    private static func widest(_ column: Column<Row>, _ rows: [Row], _ isRaw: Bool) -> Int {
        rows.reduce(column.title?.utf16.count ?? 0) { widest, row in
            let text = column.text(row)
            return max(widest, (isRaw ? text : text.escapingControls()).utf16.count)
        }
    }
}

extension String {
    /// Padded as Java's `%14s` and, for a negative width, `%-14s`: never cut, counted in UTF-16 units.
    public func padded(to width: Int) -> String {
        let missing = abs(width) - utf16.count
        guard missing > 0 else { return self }
        let blanks = String.blanks(missing)
        return width < 0 ? self + blanks : blanks + self
    }

    /// So many blanks; none for a negative number.
    public static func blanks(_ count: Int) -> String {
        // `String(repeating:count:)` appends them one by one, a tenth of what help costs.
        String(unsafeUninitializedCapacity: Swift.max(0, count)) { bytes in
            bytes.initialize(repeating: UInt8(ascii: " "))
            return bytes.count
        }
    }
}
