import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Synchronization
import Testing

@Suite struct DeleteTopicTests {
    private func exists(_ bench: Bench) async throws -> Bool {
        do {
            _ = try await bench.admin.route(of: "TopicTest")
            return true
        } catch let error as BrokerError where error.code == .topicNotExist { return false }
    }

    @Test func `a topic is gone from the brokers and the name server`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let outcome = try await bench.run("deleteTopic -t TopicTest -c DefaultCluster")
            #expect(
                outcome.lines == [
                    "delete topic [TopicTest] from cluster [DefaultCluster] success.",
                    "delete topic [TopicTest] from NameServer success.",
                ])
            #expect(try await !exists(bench))
        }
    }

    @Test func `JSON names every server that forgot it`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let json = try await bench.run("deleteTopic -t TopicTest -c DefaultCluster --json").json()
            let items = try #require(json["items"]?.array)
            #expect(items.map { $0["server"]?.string } == ["broker", "broker", "nameServer"])
            #expect(items[2]["target"]?.string == bench.sandbox.nameServerAddress)
        }
    }

    @Test func `a dry run shows the plan and sends nothing`() throws {
        try Bench.with { bench async throws in
            let plan = try #require(
                await bench.failure("deleteTopic -t TopicTest -c DefaultCluster --dry-run") as? Plan)
            #expect(plan.summary.contains("TopicTest"))
            #expect(plan.steps == ["broker \(bench.broker)", "name server \(bench.sandbox.nameServerAddress)"])
            #expect(try await exists(bench))
        }
    }

    @Test(arguments: [true, false])
    func `a terminal is asked once, and its answer counts`(_ answer: Bool) throws {
        try Bench.with { bench async throws in
            let questions = Mutex(0)
            var bench = bench
            bench.confirm = { _ in
                questions.withLock { $0 += 1 }
                return answer
            }
            if answer {
                let outcome = try await bench.run("deleteTopic -t TopicTest -c DefaultCluster")
                #expect(outcome.notes.contains { $0.contains("broker \(bench.broker)") })
            } else {
                #expect(await bench.failure("deleteTopic -t TopicTest -c DefaultCluster") is DeclinedError)
            }
            #expect(questions.withLock { $0 } == 1)
            #expect(try await exists(bench) == !answer)
        }
    }

    @Test func `--yes asks nothing`() throws {
        try Bench.with { bench async throws in
            var bench = bench
            bench.confirm = { _ in
                Issue.record("it asked")
                return false
            }
            _ = try await bench.run("deleteTopic -t TopicTest -c DefaultCluster --yes")
            #expect(try await !exists(bench))
        }
    }

    @Test(arguments: ["-t Nope -c DefaultCluster", "-t TopicTest -c Nope"])
    func `a topic or cluster that does not exist is not found, and nothing is deleted`(_ options: String) throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("deleteTopic \(options)") is NotFoundError)
            #expect(try await exists(bench))
        }
    }

    @Test func `a cluster is required`() throws {
        #expect(throws: UsageError.self) { try catalog.parse(["deleteTopic", "-t", "T"]) }
    }
}
