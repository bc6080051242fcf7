import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct CleanBrokerMetadataTests {
    private func knownIDs(_ bench: Bench) async throws -> [Int] {
        let json = try await bench.run("getSyncStateSet -a \(bench.controllers) -b broker-a --json").json()
        let set = try #require(json["items"]?.array?.first)
        let replicas = (set["inSyncReplicas"]?.array ?? []) + (set["notInSyncReplicas"]?.array ?? [])
        return replicas.compactMap { $0["brokerId"]?.int }.sorted()
    }

    @Test func `a broker that is gone is forgotten`() throws {
        try Bench.with(slaves: 2, controllers: 1) { bench async throws in
            try await bench.sandbox.stop(bench.sandbox.brokers[1])
            #expect(try await knownIDs(bench) == [1, 2, 3])
            let line = "cleanBrokerMetadata -a \(bench.controllers) -bn broker-a -c DefaultCluster -b 2"
            #expect(
                try await bench.run("cleanBrokerMetadata -a \(bench.controllers) -bn broker-a -c DefaultCluster -b 2")
                    .lines == ["clear broker broker-a metadata from controller success! "])
            #expect(try await knownIDs(bench) == [1, 3])
            #expect(try await bench.run("\(line) --json").json()["brokerIds"]?.array?.map(\.int) == [2])
        }
    }

    @Test func `brokers that are connected are forgotten on demand, all of a name`() throws {
        try Bench.with(slaves: 1, controllers: 1) { bench async throws in
            let json = try await bench.run("cleanBrokerMetadata -a \(bench.controllers) -bn broker-a -l --json").json()
            #expect(json["brokerName"]?.string == "broker-a")
            #expect(json["controller"]?.string == bench.controllers)
            #expect(await bench.failure("getSyncStateSet -a \(bench.controllers) -b broker-a") is NotFoundError)
        }
    }

    @Test func `brokers that are connected are spared, and nonsense is not sent`() throws {
        try Bench.with(slaves: 1, controllers: 1) { bench async throws in
            let group = "-a \(bench.controllers) -bn broker-a"
            for options in ["-c DefaultCluster", "-c DefaultCluster -b 2", "-c DefaultCluster -b 1;2"] {
                let error = await bench.failure("cleanBrokerMetadata \(group) \(options)") as? BrokerError
                #expect(error?.code.rawValue == 2009, "\(options)")
            }
            for options in ["", "-l -b 2", "-c DefaultCluster -b x"] {
                #expect(await bench.failure("cleanBrokerMetadata \(group) \(options)") is UsageError, "\(options)")
            }
            let unknown = "-a \(bench.controllers) -bn nobody -l"
            #expect(await bench.failure("cleanBrokerMetadata \(unknown)") is BrokerError)
            #expect(try await knownIDs(bench) == [1, 2])
        }
    }
}
