import CommandKit
import LooseJSON

/// A store as a report: the same data for programs, one of two texts for people.
struct StoreReport: TableRow {
    var store: MetadataStore
    /// Where it was written, instead of being printed.
    var file: String?

    static let columns: [Column<Self>] = [
        Column(key: "configType") { $0.store.kind.rawValue },
        Column(key: "file") { $0.file },
        Column(key: "dataVersion") { $0.store.dataVersion },
        Column(key: "entries") { $0.file == nil ? JSON.object($0.store.entries) : nil },
    ]
}

extension MetadataStore {
    /// The table in the form of the broker's JSON files.
    var table: JSON { .object([.init(.string(kind.tableName), .object(entries))]) }

    /// The table, and when it last changed; of offsets Java leaves that out.
    var document: JSON {
        let version = kind == .consumerOffsets ? nil : dataVersion
        return .object((version.map { [JSON.Member("dataVersion", $0)] } ?? []) + (table.members ?? []))
    }

    /// A numbered line for each entry.
    var lines: [String] {
        entries.enumerated().map { index, entry in
            "\(index + 1), Key: \(entry.key.string ?? ""), Value: \(text(of: entry.value))"
        }
    }

    /// The lines of `rocksDBConfigToJson -j false`: each table under its name.
    var namedLines: [String] {
        var lines: [String] = []
        var count = 0
        for table in document.members ?? [] {
            lines.append("type: \(table.key.string ?? "")")
            for entry in table.value.members ?? [] {
                count += 1
                lines.append("\(count), Key: \(entry.key.string ?? ""), Value: \(text(of: entry.value))")
            }
        }
        return lines
    }

    /// Offsets as Java prints a map.
    private func text(of value: JSON) -> String {
        guard kind == .consumerOffsets, let queues = value.members else { return value.description }
        return "{" + queues.map { "\($0.key.scalarText ?? "")=\($0.value)" }.joined(separator: ", ") + "}"
    }
}
