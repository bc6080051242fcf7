import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct ElectMasterTests {
    /// Ids by address, as the name server has them.
    private func ids(_ bench: Bench) async throws -> [String: Int] {
        let addresses = try await bench.admin.clusterInfo().brokerAddrTable["broker-a"]?.brokerAddrs ?? [:]
        return Dictionary(addresses.map { ($0.value, $0.key) }) { $1 }
    }

    @Test func `electMaster makes a slave the master, which clusterList shows`() throws {
        try Bench.with(slaves: 2, controllers: 1) { bench async throws in
            let brokers = bench.sandbox.brokers
            #expect(brokers.map(\.id) == [0, 2, 3])
            let target = "-a \(bench.controllers) -b 2 -bn broker-a -c DefaultCluster"
            #expect(
                try await bench.run("electMaster \(target)").lines == [
                    "", "#ClusterName\tDefaultCluster", "#BrokerName\tbroker-a",
                    "#BrokerMasterAddr\t\(brokers[1].address)", "#MasterEpoch\t2", "#SyncStateSetEpoch\t4",
                ])
            #expect(
                try await ids(bench) == [brokers[0].address: 1, brokers[1].address: 0, brokers[2].address: 3])
            let items = try await bench.run("clusterList --json").json()["items"]?.array ?? []
            #expect(items.map { $0["address"]?.string } == [1, 0, 2].map { brokers[$0].address })
            #expect(items.map { $0["brokerId"]?.int } == [0, 1, 3])
        }
    }

    @Test func `the new master takes messages, and the old one does not`() throws {
        try Bench.with(slaves: 1, controllers: 1) { bench async throws in
            _ = try await bench.run("sendMessage -t TopicTest -b broker-a -i 0 -p before")
            _ = try await bench.run("electMaster -a \(bench.controllers) -b 2 -bn broker-a -c DefaultCluster")
            _ = try await bench.run("sendMessage -t TopicTest -b broker-a -i 0 -p after")
            let json = try await bench.run("topicStatus -t TopicTest --json").json()
            #expect(json["queues"]?.array?.first { $0["queueId"]?.int == 0 }?["maxOffset"]?.int == 2)
            let old = try #require(PeerAddress(bench.broker))
            let message = SendMessage(
                producerGroup: "P", topic: "TopicTest", queueId: 0, brokerName: "broker-a", bornTimestamp: 0,
                properties: MessageProperties(), body: [1])
            await #expect(throws: BrokerError.self) { try await bench.admin.send(message, to: old) }
        }
    }

    @Test func `electMaster as JSON has the brokers of the group`() throws {
        try Bench.with(slaves: 1, controllers: 3) { bench async throws in
            let target = "-a \(bench.controllers) -b 2 -bn broker-a -c DefaultCluster"
            let json = try await bench.run("electMaster \(target) --json").json()
            #expect(json["masterBrokerId"]?.int == 2 && json["masterEpoch"]?.int == 2)
            #expect(json["masterAddress"]?.string == bench.sandbox.brokers[1].address)
            #expect(json["syncStateSet"]?.array?.map(\.int) == [2])
            #expect(json["brokers"]?["1"]?.string == bench.broker)
        }
    }

    @Test func `electMaster is refused for the master, and for brokers that are not there`() throws {
        try Bench.with(slaves: 1, controllers: 1) { bench async throws in
            let controllers = bench.controllers
            for (id, name, code) in [(1, "broker-a", 2011), (7, "broker-a", 2012), (1, "nobody", 2010)] {
                let error = await bench.failure("electMaster -a \(controllers) -b \(id) -bn \(name) -c DefaultCluster")
                #expect((error as? BrokerError)?.code.rawValue == code, "\(name) \(id)")
            }
            #expect(try await ids(bench)[bench.broker] == 0)
        }
    }

    @Test func `only the leader elects`() throws {
        try Bench.with(slaves: 1, controllers: 2) { bench async throws in
            let follower = try #require(PeerAddress(bench.sandbox.controllerAddresses[1]))
            let request = ControllerElectMaster(
                clusterName: "DefaultCluster", brokerName: "broker-a", brokerId: 2, now: 0)
            let error = await #expect(throws: BrokerError.self) { try await bench.admin.send(request, to: follower) }
            #expect(error?.code.rawValue == 2007)
        }
    }

    @Test func `a slave takes over when the master stops, and getBrokerEpoch tells`() throws {
        try Bench.with(slaves: 1, controllers: 1) { bench async throws in
            let brokers = bench.sandbox.brokers
            _ = try await bench.run("sendMessage -t TopicTest -b broker-a -p x")
            try await bench.sandbox.stop(brokers[0])
            #expect(try await ids(bench) == [brokers[1].address: 0])
            let items = try await bench.run("getBrokerEpoch -b broker-a --json").json()["items"]?.array ?? []
            #expect(items.map { $0["epochs"]?.array?.map { $0["epoch"]?.int } } == [[1, 2]])
            let master = try #require(PeerAddress(brokers[1].address))
            let cache = try await bench.admin.send(GetBrokerEpochCache(), to: master)
            #expect(cache.brokerId == 0 && cache.epochList.map(\.epoch) == [1, 2])
            #expect(
                cache.epochList[0].endOffset == cache.maxOffset && cache.epochList[1].startOffset == cache.maxOffset)
            #expect(cache.maxOffset > 0)
        }
    }
}
