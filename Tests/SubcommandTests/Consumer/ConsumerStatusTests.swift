import AdminClient
import AdminProtocol
import CommandKit
import Foundation
import LooseJSON
import Remoting
import Testing

/// The commands write files to the current directory: one after the other, in a folder of their own.
@Suite(.serialized) struct ConsumerStatusTests {
    @Test(arguments: ["consumerStatus", "consumer"])
    func `each client is listed with a file of what it said, and the answers are compared`(_ name: String) throws {
        try withClient { bench async throws in
            let lines =
                name == "consumer"
                ? try await bench.run("consumer -g G").lines : try await bench.run("consumerStatus -g G").lines
            let heading = name == "consumer" ? 0 : 1
            if heading == 1 { #expect(lines[0].hasPrefix("#Index     #ClientId      ")) }
            let row = lines[heading].split(separator: " ")
            #expect(row[1] == "10.0.0.1@4711" && row[2] == "V5_3_0" || row[2] == "V5_3_3")
            let file = try #require(text(of: "\(bench.folder)/\(row[3])"))
            #expect(file.hasPrefix("#Consumer Properties#\n") && file.contains("PROP_CONSUMEORDERLY"))
            #expect(lines.suffix(3) == ["Same subscription in the same group of consumer", "", "Rebalance OK"])
        }
    }

    @Test func `JSON has what each client said, and the stuck queues`() throws {
        try withClient(cached: 3) { bench async throws in
            for json in [
                try await bench.run("consumerStatus -g G --json").json(),
                try await bench.run("consumer -g G --json").json(),
            ] {
                let client = try #require(json["clients"]?.array?.first)
                #expect(client["clientId"]?.string == "10.0.0.1@4711")
                #expect(client["runningInfo"]?["queues"]?.array?.first?["commitOffset"]?.int == 17)
                #expect(json["analysis"]?["sameSubscription"]?.bool == true)
                let stuck = try #require(json["stuckQueues"]?.array?.first)
                #expect(stuck["problem"]?.string == "notConsumed" && stuck["queueId"]?.int == 2)
            }
        }
    }

    @Test func `one client's answer is printed, with its threads`() throws {
        try withClient { bench async throws in
            let text = try await bench.run("consumerStatus -g G -i 10.0.0.1@4711 -s").text
            #expect(text.contains("#Consumer MQ Detail#") && text.hasSuffix("#Consumer jstack#\nmain\n  at a.b.C\n"))
            let json = try await bench.run("consumerStatus -g G -i 10.0.0.1@4711 --json").json()
            #expect(json["runningInfo"]?["topics"]?["TopicTest"]?["consumeOKTPS"] == .number("4.0"))
        }
    }

    @Test func `clients that subscribe otherwise are warned of`() throws {
        try withClient { bench async throws in
            var other = ConnectedClient(id: "10.0.0.2@1")
            other.answers = { _ in ClientAnswers.body(ClientAnswers.runningInfo(tags: "TagA")) }
            try await other.connected(to: bench) {
                let outcome = try await bench.run("consumerStatus -g G")
                #expect(outcome.lines.last == "WARN: Different subscription in the same group of consumer!!!")
                #expect(outcome.lines.count == 6, "a heading, two clients, the warning")
            }
        }
    }

    @Test func `a client that hangs up, or answers nonsense, is a failure beside the others`() throws {
        try withClient { bench async throws in
            var gone = ConnectedClient(id: "gone")
            gone.answers = { _ in nil }
            var odd = ConnectedClient(id: "odd")
            odd.answers = { _ in ClientAnswers.body("{") }
            let (leaving, babbling) = (gone, odd)
            try await leaving.connected(to: bench) {
                try await babbling.connected(to: bench) {
                    let outcome = try await bench.run("consumerStatus -g G --json")
                    #expect(try outcome.items("clients").map { $0["clientId"]?.string } == ["10.0.0.1@4711"])
                    #expect(outcome.failures.map(\.target) == ["gone", "odd"])
                    #expect(outcome.failures[0].message.contains("RemotingSendRequestException"))
                }
            }
        }
    }

    @Test func `a group or a client that is not there is not found, an old client is refused`() throws {
        try withClient { bench async throws in
            #expect(await bench.failure("consumerStatus -g Nope") is NotFoundError)
            #expect(await bench.failure("consumer -g Nope") is NotFoundError)
            let refusal = await bench.failure("consumerStatus -g G -i nope") as? BrokerError
            #expect(refusal?.remark == "The Consumer <G> <nope> not online")
            var old = ConnectedClient(id: "old")
            old.version = 61
            try await old.connected(to: bench) {
                let refusal = await bench.failure("consumerStatus -g G -i old") as? BrokerError
                #expect(refusal?.remark.contains("too low to finish, please upgrade it to V3_1_8_SNAPSHOT") == true)
            }
        }
    }

    /// Lends a bench whose files go to a folder of their own, and a connected client.
    private func withClient(cached: Int = 0, _ body: @escaping @Sendable (Bench) async throws -> Void) throws {
        try Bench.with { bench async throws in
            try await withTemporaryFolder { folder in
                var bench = bench
                bench.folder = folder
                var client = ConnectedClient()
                client.answers = { _ in ClientAnswers.body(ClientAnswers.runningInfo(cached: cached)) }
                let lent = bench
                try await client.connected(to: lent) { try await body(lent) }
            }
        }
    }
}
