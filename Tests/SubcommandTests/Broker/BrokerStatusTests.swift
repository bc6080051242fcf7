import AdminClient
import CommandKit
import LooseJSON
import Sandbox
import Testing

@testable import Subcommands

@Suite struct BrokerStatusTests {
    @Test func `brokerStatus of one broker has a line for each figure, sorted by name`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("sendMessage -t TopicTest -b broker-a -p x")
            let lines = try await bench.run("brokerStatus -b \(bench.broker)").lines.map(String.init)
            #expect(lines.contains("brokerVersionDesc               : V5_3_3"))
            #expect(lines.contains("msgPutTotalTodayNow             : 1"))
            #expect(lines == lines.sorted())
        }
    }

    @Test func `brokerStatus of a cluster names the broker of each figure, slaves too`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let lines = try await bench.run("brokerStatus -c DefaultCluster").lines
            for (broker, isActive) in zip(bench.sandbox.brokers, [true, false]) {
                let name = broker.address + String(repeating: " ", count: 24 - broker.address.count)
                #expect(lines.contains("\(name) brokerActive                    : \(isActive)"), "\(lines)")
            }
            let json = try await bench.run("brokerStatus -c DefaultCluster --json").json()
            let items = try #require(json["items"]?.array)
            let active = items.filter { $0["name"]?.string == "brokerActive" }
            #expect(active.map { $0["broker"]?.string } == bench.sandbox.brokers.map(\.address))
            #expect(active.map { $0["value"]?.string } == ["true", "false"])
        }
    }

    @Test func `brokerStatus needs a broker that is there, or a cluster that is known`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("brokerStatus") is UsageError)
            #expect(await bench.failure("brokerStatus -b 127.0.0.1:1") is ConnectError)
            #expect(await bench.failure("brokerStatus -c Nope") is NotFoundError)
        }
    }

    @Test func `a broker that said good-bye is not asked`() throws {
        try Bench.with(masters: 2) { bench async throws in
            try await bench.sandbox.stop(bench.sandbox.brokers[1])
            let json = try await bench.run("brokerStatus -c DefaultCluster --json").json()
            let brokers = json["items"]?.array?.compactMap { $0["broker"]?.string } ?? []
            #expect(Set(brokers) == [bench.broker])
        }
    }
}

@Suite struct SendMsgStatusTests {
    @Test func `sendMsgStatus prints how long each message took, as Java prints a result`() throws {
        try Bench.with { bench async throws in
            let lines = try await bench.run("sendMsgStatus -b broker-a -c 3 -s 20").lines
            #expect(lines.count == 3)
            for (number, line) in lines.enumerated() {
                #expect(line.hasPrefix("rt=") && line.contains("ms, SendResult=SendResult [sendStatus=SEND_OK, msgId="))
                // One message went before, to open the connection.
                let queue = "messageQueue=MessageQueue [topic=broker-a, brokerName=broker-a, queueId=0]"
                #expect(line.hasSuffix("\(queue), queueOffset=\(number + 1), recallHandle=null]"), "\(line)")
            }
            let old = try await bench.run("sendMsgStatus -b broker-a -c 1 --compat 4.9").lines
            #expect(old.count == 1 && old[0].hasSuffix("queueOffset=5]"), "\(old)")
        }
    }

    @Test func `sendMsgStatus as JSON has the result of each message`() throws {
        try Bench.with { bench async throws in
            let items = try await bench.run("sendMsgStatus -b broker-a -c 2 --json").json()["items"]?.array ?? []
            #expect(items.map { $0["queueOffset"]?.int } == [1, 2])
            #expect(items.allSatisfy { $0["sendStatus"]?.string == "SEND_OK" && $0["milliseconds"]?.int != nil })
            #expect(items.allSatisfy { $0["msgId"]?.string?.count == 32 && $0["offsetMsgId"]?.string?.count == 32 })
        }
    }

    @Test func `sendMsgStatus needs a broker's name, and refuses numbers below zero`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("sendMsgStatus -b broker-a -c -1") is UsageError)
            #expect(await bench.failure("sendMsgStatus") is UsageError)
        }
    }
}
