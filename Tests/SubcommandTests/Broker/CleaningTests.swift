import AdminClient
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct CleaningTests {
    private func check(_ outcome: Outcome, _ brokers: [String]) throws {
        let items = try outcome.json()["items"]?.array ?? []
        #expect(items.map { $0["broker"]?.string } == brokers)
    }

    @Test func `cleanExpiredCQ says success in one word, and as JSON which brokers did it`() throws {
        try Bench.with(masters: 2, slaves: 1) { bench async throws in
            #expect(try await bench.run("cleanExpiredCQ -b \(bench.broker)").text == "success\n")
            try check(try await bench.run("cleanExpiredCQ --json"), bench.sandbox.brokers.map(\.address))
            #expect(await bench.failure("cleanExpiredCQ -c Nope") is NotFoundError)
            #expect(await bench.failure("cleanExpiredCQ -b \(bench.broker) -c DefaultCluster") is UsageError)
        }
    }

    @Test func `cleanUnusedTopic says success in one word, and as JSON which brokers did it`() throws {
        try Bench.with(masters: 2) { bench async throws in
            #expect(try await bench.run("cleanUnusedTopic -c DefaultCluster").text == "success\n")
            let json = try await bench.run("cleanUnusedTopic -b \(bench.broker) --json")
            try check(json, [bench.broker])
            #expect(await bench.failure("cleanUnusedTopic -b 127.0.0.1:1") is ConnectError)
        }
    }

    @Test func `deleteExpiredCommitLog says success in one word, and as JSON which brokers did it`() throws {
        try Bench.with { bench async throws in
            #expect(try await bench.run("deleteExpiredCommitLog -b \(bench.broker)").text == "success\n")
            try check(try await bench.run("deleteExpiredCommitLog -c DefaultCluster --json"), [bench.broker])
            let plan = await bench.failure("deleteExpiredCommitLog --dry-run") as? Plan
            #expect(plan?.summary == "delete expired commit log files on 1 broker")
            #expect(plan?.steps == ["broker \(bench.broker)"])
        }
    }

    @Test func `a user who says no keeps the files`() throws {
        try Bench.with { bench async throws in
            var bench = bench
            bench.confirm = { _ in false }
            #expect(await bench.failure("cleanExpiredCQ") is DeclinedError)
        }
    }
}
