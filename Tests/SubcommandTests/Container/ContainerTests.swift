import AdminClient
import AdminProtocol
import CommandKit
import Foundation
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct ContainerTests {
    /// Runs `body` with a sandbox that has a container, its address, and a folder for configuration files.
    private func withContainer(
        slaves: Int = 0, controllers: Int = 0, _ body: @escaping @Sendable (Bench, String, String) async throws -> Void
    ) throws {
        try Bench.with(slaves: slaves, controllers: controllers, container: true) { bench async throws in
            let container = try #require(bench.sandbox.containerAddress)
            try await withTemporaryFolder { try await body(bench, container, $0) }
        }
    }

    /// Writes a broker's configuration file; returns its path.
    private func file(_ folder: String, _ name: String, _ lines: String...) throws -> String {
        let path = "\(folder)/\(name).conf"
        let text = (["brokerName=\(name)", "listenPort=0"] + lines).joined(separator: "\n")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func names(_ bench: Bench) async throws -> [String] {
        try await bench.admin.clusterInfo().brokerAddrTable.keys.sorted()
    }

    @Test func `addBroker starts a broker that takes part in the cluster`() throws {
        try withContainer { bench, container, folder async throws in
            let path = try file(folder, "broker-x")
            let lines = try await bench.run("addBroker -c \(container) -b \(path)").lines
            #expect(lines == ["add broker to \(container) success"])
            #expect(try await names(bench) == ["broker-a", "broker-x"])
            _ = try await bench.run("updateTopic -t OnBoth -c DefaultCluster")
            _ = try await bench.run("sendMessage -t OnBoth -b broker-x -p x")
            let stats = try await bench.run("topicStatus -t OnBoth --json").json()["queues"]?.array ?? []
            #expect(
                stats.filter { $0["brokerName"]?.string == "broker-x" }.map { $0["maxOffset"]?.int ?? 0 }.max() == 1)
        }
    }

    @Test func `addBroker as JSON, for a slave and for another cluster`() throws {
        try withContainer { bench, container, folder async throws in
            let slave = try file(folder, "broker-a", "brokerRole=SLAVE", "brokerId=1")
            let json = try await bench.run("addBroker -c \(container) -b \(slave) --json").json()
            #expect(json["container"]?.string == container && json["configPath"]?.string == slave)
            let other = try file(folder, "broker-o", "brokerClusterName=Other")
            _ = try await bench.run("addBroker -c \(container) -b \(other)")
            let info = try await bench.admin.clusterInfo()
            #expect(info.brokerAddrTable["broker-a"]?.brokerAddrs.keys.sorted() == [0, 1])
            #expect(info.clusterAddrTable == ["DefaultCluster": ["broker-a"], "Other": ["broker-o"]])
            #expect(try await bench.run("haStatus -b \(bench.broker)").lines.contains("#InSyncSlaveNum\t1"))
        }
    }

    @Test func `addBroker is refused for a broker that is there, a file that is not, and nonsense in it`() throws {
        try withContainer { bench, container, folder async throws in
            let bad = try [
                file(folder, "broker-a"): "DefaultCluster_broker-a_0 has already been added",
                "\(folder)/none.conf": "addBroker properties empty",
                file(folder, "broker-s", "brokerRole=SLAVE"): "slave broker id must be > 0",
                file(folder, "broker-r", "inSyncReplicas=2"): "invalid replicas number",
                file(folder, "broker-p", "listenPort=\(bench.broker.split(separator: ":")[1])"): "Failed to bind",
            ]
            for (path, reason) in bad {
                let error = await bench.failure("addBroker -c \(container) -b \(path)") as? BrokerError
                #expect(error?.remark.contains(reason) == true, "\(path): \(error as Any)")
            }
            #expect(try await names(bench) == ["broker-a"])
            #expect(await bench.failure("addBroker -c \(bench.broker) -b x") is BrokerError)
        }
    }

    @Test func `removeBroker stops a broker, which can be added again`() throws {
        try withContainer { bench, container, folder async throws in
            let lines = try await bench.run("removeBroker -c \(container) -b DefaultCluster:broker-a:0").lines
            #expect(lines == ["remove broker from \(container) success"])
            #expect(try await names(bench).isEmpty)
            let address = try #require(PeerAddress(bench.broker))
            await #expect(throws: ConnectError.self) {
                try await bench.admin.send(GetBrokerRuntimeInfo(), to: address)
            }
            let path = try file(folder, "broker-a", "listenPort=\(address.port)")
            _ = try await bench.run("addBroker -c \(container) -b \(path)")
            #expect(try await bench.admin.clusterInfo().brokerAddrTable["broker-a"]?.brokerAddrs == [0: bench.broker])
        }
    }

    @Test func `removeBroker of a master lets the controllers choose another`() throws {
        try withContainer(slaves: 1, controllers: 1) { bench, container, _ async throws in
            let json = try await bench.run("removeBroker -c \(container) -b DefaultCluster:broker-a:0 --json").json()
            #expect(json["broker"]?.string == "DefaultCluster:broker-a:0")
            let slave = bench.sandbox.brokers[1].address
            #expect(try await bench.admin.clusterInfo().brokerAddrTable["broker-a"]?.brokerAddrs == [0: slave])
        }
    }

    @Test func `a broker that the controllers knew comes back under its id`() throws {
        try withContainer(controllers: 1) { bench, container, folder async throws in
            _ = try await bench.run("removeBroker -c \(container) -b DefaultCluster:broker-a:0")
            let line = "getSyncStateSet -a \(bench.controllers) -b broker-a"
            #expect(try await bench.run(line).lines.contains("#MasterBrokerId\tnull"))
            let address = try #require(PeerAddress(bench.broker))
            let path = try file(folder, "broker-a", "listenPort=\(address.port)", "enableControllerMode=true")
            _ = try await bench.run("addBroker -c \(container) -b \(path)")
            let set = try await bench.run("\(line) --json").json()["items"]?.array?.first
            #expect(set?["masterBrokerId"]?.int == 1 && set?["masterEpoch"]?.int == 3)
            #expect(set?["masterAddress"]?.string == bench.broker)
        }
    }

    @Test func `removeBroker of a broker that is not there is refused by its name of 5x`() throws {
        try withContainer { bench, container, _ async throws in
            let error = await bench.failure("removeBroker -c \(container) -b DefaultCluster:nobody:0") as? BrokerError
            #expect(error?.description == "\(container): Broker not exist [BROKER_NOT_EXIST (211)]")
            #expect(await bench.failure("removeBroker -c \(container) -b broker-a") is UsageError)
            #expect(try await names(bench) == ["broker-a"])
        }
    }
}
