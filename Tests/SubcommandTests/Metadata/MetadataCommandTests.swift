import AdminClient
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

/// Needs RocksDB for what is read here: apt-get install librocksdb-dev.
@Suite struct MetadataCommandTests {
    @Test func `rocksDBConfigToJson has the masters of a cluster write their files`() throws {
        try Bench.with(masters: 2, slaves: 1) { bench async throws in
            #expect(
                try await bench.run("rocksDBConfigToJson -c DefaultCluster").lines == [
                    "Use [rpc mode] call all brokers in cluster to export to json file ", "broker export done.",
                ])
            let items = try await bench.run("rocksDBConfigToJson -c DefaultCluster --json").json()["items"]?.array
            #expect(items?.map { $0["brokerAddr"]?.string } == [0, 2].map { bench.sandbox.brokers[$0].address })
            let line = "rocksDBConfigToJson -b \(bench.broker) -t topics;consumerOffsets --json"
            let one = try await bench.run(line).json()["items"]?.array?.first
            #expect(one?["configTypes"]?.array?.map(\.string) == ["topics", "consumerOffsets"])
        }
    }

    @Test func `rocksDBConfigToJson of nothing that is there fails`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("rocksDBConfigToJson -c Nope") is NotFoundError)
            #expect(await bench.failure("rocksDBConfigToJson -p /tmp") is UsageError)
            #expect(await bench.failure("rocksDBConfigToJson -b \(bench.broker) -j true") is UsageError)
            #expect(await bench.failure("rocksDBConfigToJson -b \(bench.broker) -t queues") is UsageError)
        }
    }

    @Test(.enabled(if: RocksWriter.isInstalled))
    func `exportMetadataInRocksDB prints a store of this machine, as lines or as JSON`() throws {
        try Bench.with { bench async throws in
            try await withTemporaryFolder { folder async throws in
                let topic = #"{"perm":6,"topicName":"T"}"#
                try RocksWriter().write("\(folder)/topics", [(Array("T".utf8), Array(topic.utf8))])
                let lines = try await bench.run("exportMetadataInRocksDB -p \(folder) -t topics").lines
                #expect(lines == ["1, Key: T, Value: \(topic)"])
                let pretty = try await bench.run("exportMetadataInRocksDB -p \(folder) -t topics -j true").text
                #expect(try JSON(parsing: pretty.utf8)["topicConfigTable"]?["T"]?["perm"]?.int == 6)
                let json = try await bench.run("exportMetadataInRocksDB -p \(folder) -t topics --json").json()
                #expect(json["configType"]?.string == "topics" && json["entries"]?["T"]?["perm"]?.int == 6)
                let local = try await bench.run("rocksDBConfigToJson -p \(folder) -t topics").lines
                #expect(local.first == "Use [local mode] load rocksdb to print or export file ")
            }
        }
    }

    @Test(.enabled(if: RocksWriter.isInstalled))
    func `exportMetadataInRocksDB of a folder without a store is not found`() throws {
        try Bench.with { bench async throws in
            try await withTemporaryFolder { folder async throws in
                #expect(await bench.failure("exportMetadataInRocksDB -p \(folder) -t topics") is NotFoundError)
                #expect(await bench.failure("exportMetadataInRocksDB -p \(folder) -t queues") is UsageError)
            }
        }
    }
}
