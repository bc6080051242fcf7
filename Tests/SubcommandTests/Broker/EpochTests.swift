import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct EpochTests {
    @Test func `getBrokerEpoch prints a block for a master and each of its slaves`() throws {
        try Bench.with(slaves: 1, controllers: 1) { bench async throws in
            let blocks = bench.sandbox.brokers.map { broker in
                """

                #clusterName\tDefaultCluster
                #brokerName\tbroker-a
                #brokerAddr\t\(broker.address)
                #brokerId\t\(broker.id)
                #Epoch: EpochEntry{epoch=1, startOffset=0, endOffset=0}

                """
            }
            #expect(try await bench.run("getBrokerEpoch -b broker-a").text == blocks.joined())
        }
    }

    @Test func `getBrokerEpoch as JSON ends the last epoch where the log does`() throws {
        try Bench.with(masters: 2, controllers: 1) { bench async throws in
            _ = try await bench.run("sendMessage -t TopicTest -b broker-b -p x")
            let items = try await bench.run("getBrokerEpoch -c DefaultCluster --json").json()["items"]?.array ?? []
            #expect(items.map { $0["brokerName"]?.string } == ["broker-a", "broker-b"])
            let end = try #require(items.last?["maxOffset"]?.int)
            #expect(end > 0 && items.last?["epochs"]?.array?.map { $0["endOffset"]?.int } == [end])
            #expect(items.first?["maxOffset"]?.int == 0)
        }
    }

    @Test func `getBrokerEpoch -i asks again and again`() throws {
        try Bench.with(controllers: 1) { bench async throws in
            let start = ContinuousClock.now
            let outcome = try await bench.run("getBrokerEpoch -b broker-a -i 1") { text in
                text.split(separator: "\n").filter { $0.hasPrefix("#brokerAddr") }.count == 2
            }
            #expect(outcome.lines.filter { $0.hasPrefix("#Epoch: ") }.count == 2)
            #expect(ContinuousClock.now - start >= .seconds(1))
        }
    }

    @Test func `getBrokerEpoch is refused by brokers without a controller, and needs a name that is known`() throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("getBrokerEpoch -b broker-a") as? BrokerError
            #expect(error?.code == .systemError && error?.remark == "this request only for controllerMode ")
            #expect(await bench.failure("getBrokerEpoch -b broker-z") is NotFoundError)
            #expect(await bench.failure("getBrokerEpoch -c Nope") is NotFoundError)
            #expect(await bench.failure("getBrokerEpoch -b broker-a -i 0") is UsageError)
        }
    }
}

@Suite struct ResetMasterFlushOffsetTests {
    @Test func `resetMasterFlushOffset says to what, and as JSON where`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let slave = bench.sandbox.brokers[1].address
            let outcome = try await bench.run("resetMasterFlushOffset -b \(slave) -o 17")
            #expect(outcome.text == "reset master flush offset to 17 success\n")
            let json = try await bench.run("resetMasterFlushOffset -b \(slave) -o 0 --json").json()
            #expect(json["items"]?.array?.map { $0["broker"]?.string } == [slave])
        }
    }

    @Test func `resetMasterFlushOffset needs a number, and does nothing for a dry run`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("resetMasterFlushOffset -b \(bench.broker) -o x") is UsageError)
            #expect(await bench.failure("resetMasterFlushOffset -b 127.0.0.1:1 -o 0") is ConnectError)
            let plan = await bench.failure("resetMasterFlushOffset -b \(bench.broker) -o 5 --dry-run") as? Plan
            #expect(plan?.summary == "set the master's flush offset to 5 on \(bench.broker)")
        }
    }
}
