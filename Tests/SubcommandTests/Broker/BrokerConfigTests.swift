import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct BrokerConfigTests {
    private func value(_ name: String, _ bench: Bench, broker: Int = 0) async throws -> String? {
        let items = try await bench.run("getBrokerConfig -c DefaultCluster --json").json()["items"]?.array ?? []
        let address = bench.sandbox.brokers[broker].address
        return items.first { $0["broker"]?.string == address }?["properties"]?[name]?.string
    }

    @Test func `getBrokerConfig prints a heading and a line for each property, as Java does`() throws {
        try Bench.with { bench async throws in
            let lines = try await bench.run("getBrokerConfig -b \(bench.broker)").lines
            #expect(lines.first == "============\(bench.broker)============" && lines.last == "")
            #expect(lines.contains("brokerName                                        =  broker-a"))
            #expect(lines.contains("fileReservedTime                                  =  72"))
        }
    }

    @Test func `getBrokerConfig of a cluster tells masters and slaves apart`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let (master, slave) = (bench.broker, bench.sandbox.brokers[1].address)
            let lines = try await bench.run("getBrokerConfig -c DefaultCluster").lines
            #expect(lines.contains("============Master: \(master)============"))
            #expect(lines.contains("============My Master: \(master)=====Slave: \(slave)============"))
            let items = try await bench.run("getBrokerConfig -c DefaultCluster --json").json()["items"]?.array ?? []
            #expect(items.map { $0["broker"]?.string } == [master, slave])
            #expect(items.map { $0["master"]?.string } == [nil, master])
            #expect(items.map { $0["properties"]?["brokerRole"]?.string } == ["ASYNC_MASTER", "SLAVE"])
        }
    }

    @Test func `getBrokerConfig needs a broker or a cluster, which has to be there`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("getBrokerConfig") is UsageError)
            #expect(await bench.failure("getBrokerConfig -c Nope") is NotFoundError)
            #expect(await bench.failure("getBrokerConfig -b 127.0.0.1:1") is ConnectError)
        }
    }

    @Test func `updateBrokerConfig changes a property on the masters of a cluster, and with -a on its slaves`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let (master, slave) = (bench.broker, bench.sandbox.brokers[1].address)
            for (options, told) in [("", [master]), ("-a FALSE ", [master]), ("-a true ", [master, slave])] {
                let line = "updateBrokerConfig -c DefaultCluster \(options)-k fileReservedTime -v \(24 + told.count)"
                #expect(try await bench.run(line).lines == told.map { "update broker config success, \($0)" })
                #expect(try await value("fileReservedTime", bench) == "\(24 + told.count)")
                let ofSlave = try await value("fileReservedTime", bench, broker: 1)
                #expect(ofSlave == (told.count == 2 ? "26" : "72"))
            }
        }
    }

    @Test func `updateBrokerConfig -a has nothing to say about the one broker of -b`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let slave = bench.sandbox.brokers[1].address
            let outcome = try await bench.run("updateBrokerConfig -b \(slave) -a true -k deleteWhen -v 05")
            #expect(outcome.lines == ["update broker config success, \(slave)"])
            #expect(try await value("deleteWhen", bench) == "04")
            #expect(try await value("deleteWhen", bench, broker: 1) == "05")
        }
    }

    @Test func `updateBrokerConfig as JSON has the brokers that were told`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let outcome = try await bench.run("updateBrokerConfig -c DefaultCluster -k deleteWhen -v 05 --json")
            let items = try outcome.json()["items"]?.array ?? []
            #expect(items.map { $0["broker"]?.string } == bench.sandbox.brokers.map(\.address))
        }
    }

    @Test func `a property that a broker does not have is not found, whatever the broker says`() throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("updateBrokerConfig -b \(bench.broker) -k brokerIp1 -v 10.0.0.1")
            let expected = "\(bench.broker) has no property 'brokerIp1'; did you mean brokerIP1?"
            #expect((error as? NotFoundError)?.description == expected)
            #expect(try await value("brokerIp1", bench) == nil)
        }
    }

    @Test func `a larger or smaller maxMessageSize counts at once`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("updateBrokerConfig -b \(bench.broker) -k maxMessageSize -v 3")
            let error = await bench.failure("sendMessage -t TopicTest -b broker-a -p four") as? BrokerError
            #expect(error?.code == .messageIllegal)
        }
    }

    @Test func `a broker that shall not create topics and groups any more does not`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("sendMessage -t New1 -p x")
            _ = try await bench.run("updateBrokerConfig -b \(bench.broker) -k autoCreateTopicEnable -v false")
            let error = await bench.failure("sendMessage -t New2 -p x") as? BrokerError
            #expect(error?.code == .topicNotExist)
            _ = try await bench.run("updateBrokerConfig -b \(bench.broker) -k autoCreateSubscriptionGroup -v false")
            let pull = PullMessage(
                consumerGroup: "NewGroup", topic: "TopicTest", queueId: 0, queueOffset: 0, maxMsgNums: 1, sysFlag: [],
                commitOffset: 0, suspendTimeoutMillis: 0, subscription: "*", subVersion: 0, expressionType: nil)
            let address = try #require(PeerAddress(bench.broker))
            let refusal = await #expect(throws: BrokerError.self) { try await bench.admin.send(pull, to: address) }
            #expect(refusal?.code == .subscriptionGroupNotExist)
        }
    }

    @Test func `a broker that may only be read is that in the routes of all its topics`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("updateBrokerConfig -b \(bench.broker) -k brokerPermission -v 4")
            #expect(try await bench.admin.route(of: "TopicTest").queueDatas.map(\.perm) == [4])
            _ = try await bench.run("updateBrokerConfig -b \(bench.broker) -k brokerPermission -v 6")
            #expect(try await bench.admin.route(of: "TopicTest").queueDatas.map(\.perm) == [6])
        }
    }

    @Test func `updateBrokerConfig changes nothing that is locked, malformed or only looked at`() throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("updateBrokerConfig -b \(bench.broker) -k configBlackList -v x")
            #expect((error as? BrokerError)?.code == .noPermission)
            #expect(await bench.failure("updateBrokerConfig -b \(bench.broker) -k brokerPermission -v 8") is UsageError)
            #expect(await bench.failure("updateBrokerConfig -c Nope -k traceOn -v false") is NotFoundError)
            #expect(await bench.failure("updateBrokerConfig -k traceOn -v false") is UsageError)
            let options = "-c DefaultCluster -k traceOn -v false --dry-run"
            let plan = await bench.failure("updateBrokerConfig \(options)") as? Plan
            #expect(plan?.summary == "set traceOn to false on 1 broker")
            #expect(plan?.steps == ["broker \(bench.broker)"])
            #expect(try await value("traceOn", bench) == "true")
        }
    }
}
