import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct HighAvailabilityTests {
    @Test func `haStatus of a master has a line for each slave`() throws {
        try Bench.with(slaves: 2) { bench async throws in
            let lines = try await bench.run("haStatus -b \(bench.broker)").lines.map(String.init)
            #expect(
                lines[..<5] == [
                    "", "#MasterAddr\t\(bench.broker)", "#MasterCommitLogMaxOffset\t0", "#SlaveNum\t2",
                    "#InSyncSlaveNum\t2",
                ])
            #expect(lines[5].hasPrefix("#SlaveAddr") && lines[5].hasSuffix("#TransferFromWhere"))
            let slaves = bench.sandbox.brokers.dropFirst().map(\.address)
            #expect(lines[6...].map { $0.split(separator: " ")[0] } == slaves.map { $0[...] })
            #expect(lines[6...].allSatisfy { $0.split(separator: " ")[1...] == ["0", "0", "0.00", "OK", "0"] })
        }
    }

    @Test func `haStatus of a cluster follows what is stored and who is left`() throws {
        try Bench.with(masters: 2, slaves: 1) { bench async throws in
            _ = try await bench.run("sendMessage -t TopicTest -b broker-a -p x")
            let json = try await bench.run("haStatus -c DefaultCluster --json").json()
            let items = try #require(json["items"]?.array)
            #expect(items.map { $0["inSyncSlaves"]?.int } == [1, 1])
            let offset = try #require(items[0]["commitLogMaxOffset"]?.int)
            #expect(offset > 0 && items[1]["commitLogMaxOffset"]?.int == 0)
            #expect(items[0]["slaves"]?.array?.first?["slaveAckOffset"]?.int == offset)
            try await bench.sandbox.stop(bench.sandbox.brokers[1])
            #expect(try await bench.run("haStatus -b \(bench.broker)").lines.contains("#SlaveNum\t0"))
        }
    }

    @Test func `haStatus of a slave tells how far it has come`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            _ = try await bench.run("sendMessage -t TopicTest -b broker-a -p x")
            let slave = bench.sandbox.brokers[1].address
            let item = try await bench.run("haStatus -b \(slave) --json").json()["items"]?.array?.first
            #expect(item?["isMaster"]?.bool == false)
            let port = try #require(bench.broker.split(separator: ":").last.flatMap { Int($0) })
            #expect(item?["masterAddress"]?.string == "127.0.0.1:\(port + 1)")
            let offset = try #require(item?["commitLogMaxOffset"]?.int)
            let lines = try await bench.run("haStatus -b \(slave)").lines
            #expect(
                lines[..<4] == [
                    "", "#MasterAddr\t127.0.0.1:\(port + 1)", "#CommitLogMaxOffset\t\(offset)",
                    "#TransferSpeed(KB/s)\t0.00",
                ])
        }
    }

    @Test func `haStatus of a cluster that is not there is not found`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("haStatus -c Nope") is NotFoundError)
            #expect(await bench.failure("haStatus -b 127.0.0.1:1") is ConnectError)
            #expect(await bench.failure("haStatus") is UsageError)
        }
    }

    @Test func `getSyncStateSet lists the replicas of a name`() throws {
        try Bench.with(slaves: 1, controllers: 1) { bench async throws in
            let brokers = bench.sandbox.brokers
            let replica = { (id: Int, alive: Bool) in
                "ReplicaIdentity{brokerName='broker-a', brokerId=\(id), brokerAddress='\(brokers[id - 1].address)', "
                    + "alive=\(alive)}"
            }
            let head = ["", "#brokerName\tbroker-a", "#MasterBrokerId\t1", "#MasterAddr\t\(brokers[0].address)"]
            #expect(
                try await bench.run("getSyncStateSet -a \(bench.controllers) -b broker-a").lines
                    == (head + [
                        "#MasterEpoch\t1", "#SyncStateSetEpoch\t2", "#SyncStateSetNums\t2", "",
                        "InSyncReplica:\t\(replica(1, true))", "", "InSyncReplica:\t\(replica(2, true))",
                    ]).map { $0[...] })
            try await bench.sandbox.stop(brokers[0])
            let lines = try await bench.run("getSyncStateSet -a \(bench.controllers) -c DefaultCluster").lines
            #expect(lines.contains("#MasterBrokerId\t2") && lines.contains("#MasterEpoch\t2"))
            #expect(lines.last == "NotInSyncReplica:\t\(replica(1, false))")
        }
    }

    @Test func `getSyncStateSet as JSON has a row for each name`() throws {
        try Bench.with(masters: 2, slaves: 1, controllers: 1) { bench async throws in
            let line = "getSyncStateSet -a \(bench.controllers) -c DefaultCluster --json"
            let items = try await bench.run(line).json()["items"]?.array ?? []
            #expect(items.map { $0["brokerName"]?.string } == ["broker-a", "broker-b"])
            #expect(items.map { $0["inSyncReplicas"]?.array?.count } == [2, 2])
            #expect(items.allSatisfy { $0["masterBrokerId"]?.int == 1 && $0["syncStateSetEpoch"]?.int == 2 })
        }
    }

    @Test func `getSyncStateSet of a name that the controllers do not know is not found`() throws {
        try Bench.with(controllers: 1) { bench async throws in
            #expect(await bench.failure("getSyncStateSet -a \(bench.controllers) -b nobody") is NotFoundError)
            #expect(await bench.failure("getSyncStateSet -a \(bench.controllers) -c Nope") is NotFoundError)
            #expect(await bench.failure("getSyncStateSet -a \(bench.broker) -b broker-a") is BrokerError)
        }
    }
}
