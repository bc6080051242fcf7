import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

struct RocksDBConfigToJson: Subcommand {
    static let about = About(
        "rocksDBConfigToJson", .export, "Have brokers write what they keep in RocksDB to JSON files, or read it here",
        discussion: """
            Brokers of 5.x can keep topics, groups and offsets in RocksDB. With -c or -b brokers, from 5.3.2 on, write \
            them to JSON files in the config folder of their store. With -p a store is read on this machine, where \
            RocksDB has to be installed (apt-get install librocksdb-dev): -p names the config folder, and -t one store.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "all stores, on every master of a cluster"),
            Example("-b 127.0.0.1:10911 -t 'topics;consumerOffsets'", "two stores, on one broker"),
            Example("-p /root/store/config -t topics", "print a store of this machine"),
            Example("-p /root/store/config -t topics -e topics.json", "write it to a file"),
        ],
        statuses: [.notFound: "There is no such cluster, or no such store."])

    @Choice(
        .option("c", "cluster", "on every master of this cluster", Source.cluster),
        .option("b", "brokerAddr", "on this broker", Source.broker),
        .option("p", "configPath", "read the stores in this folder", Source.folder)
    ) var source: Source
    @Option("t", "configType", "the stores, separated by semicolons; all unless -p is given") var stores: StoreKinds?
    @Option("e", "exportFile", "with -p: write to this file; one that is there becomes <file>.bak") var file: FilePath?
    @Option("j", "jsonEnable", "with -p: false for a numbered line for each entry") var jsonEnable: Bool?

    enum Source {
        case cluster(ClusterName)
        case broker(BrokerAddress)
        case folder(FolderPath)
    }

    func run(in session: Session) async throws -> Either<Table<StoreWriter>, Record<StoreReport>> {
        switch source {
        case .cluster(let cluster): .first(try await write(on: .cluster(cluster), "all brokers in cluster", session))
        case .broker(let broker): .first(try await write(on: .broker(broker), "broker", session))
        case .folder(let folder): .second(try read(folder))
        }
    }
}
