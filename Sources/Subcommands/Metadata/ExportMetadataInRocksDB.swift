import CommandKit
import LooseJSON

struct ExportMetadataInRocksDB: Subcommand {
    static let about = About(
        "exportMetadataInRocksDB", .export, "Print the topics or groups of a broker's RocksDB on this machine",
        discussion: """
            Brokers of 5.x can keep topics and groups in RocksDB. This reads their store, also while the broker runs, \
            and sends nothing. RocksDB has to be installed: apt-get install librocksdb-dev. rocksDBConfigToJson can \
            do more.
            """,
        examples: [
            Example("-p /root/store/config -t topics", "a numbered line for each topic"),
            Example("-p /root/store/config -t subscriptionGroups -j true", "the groups, as JSON"),
        ],
        statuses: [.notFound: "There is no such store."])

    @Option("p", "path", "the config folder of the broker's store") var path: FolderPath
    @Option("t", "configType", "what to print") var configType: StoreKind
    @Option("j", "jsonEnable", "whether to print JSON") var jsonEnable: Bool?

    func run(in session: Session) async throws -> Record<StoreReport> {
        let store = try MetadataStore(configType, in: path.text)
        let lines = jsonEnable == true ? [store.table.text(.loosePretty)] : store.lines
        return Record(StoreReport(store: store), layout: .labels([], before: lines))
    }
}
