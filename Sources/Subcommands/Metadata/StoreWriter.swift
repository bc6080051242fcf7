import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// A broker that wrote its stores to JSON files of its own.
struct StoreWriter: TableRow {
    var address: PeerAddress
    var stores: [StoreKind]

    static let columns: [Column<Self>] = [
        Column("#Broker Address", "brokerAddr") { $0.address.description },
        Column("#Stores", "configTypes") { $0.stores.map(\.rawValue) },
    ]
}

extension RocksDBConfigToJson {
    func write(on target: Target, _ words: String, _ session: Session) async throws -> Table<StoreWriter> {
        if file != nil || jsonEnable != nil { throw UsageError("-e and -j need -p: brokers choose their own files") }
        let (admin, stores) = (session.admin, stores?.kinds ?? StoreKind.allCases)
        let request = ExportRocksDBConfigToJson(stores: stores.map(\.rawValue))
        let outcomes = try await admin.outcomes(of: admin.brokers(of: target)) { broker in
            // Java waits that long, too: brokers answer when the files are written.
            try await admin.send(request, to: broker, within: max(.seconds(30), admin.settings.timeout))
        }
        return Table(
            outcomes.values.map { StoreWriter(address: $0.target, stores: stores) },
            layout: .labels(
                [], before: ["Use [rpc mode] call \(words) to export to json file ", "broker export done."]),
            failures: outcomes.failures)
    }

    func read(_ folder: FolderPath) throws -> Record<StoreReport> {
        guard let stores else { throw UsageError("-p needs -t: which store to read") }
        guard stores.kinds.count == 1 else { throw UsageError("-p reads one store at a time: give one name with -t") }
        let store = try MetadataStore(stores.kinds[0], in: folder.text)
        var lines = ["Use [local mode] load rocksdb to print or export file "]
        if let file {
            try PlainFile.write(Array(store.document.text(.loosePretty).utf8), to: file.text, keepingBackup: true)
        } else {
            lines += jsonEnable == false ? store.namedLines : [store.document.text(.loosePretty)]
        }
        return Record(StoreReport(store: store, file: file?.text), layout: .labels([], before: lines))
    }
}
