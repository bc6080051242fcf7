import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct WritePermissionTests {
    private func permissions(_ bench: Bench) async throws -> [Int] {
        try await bench.admin.route(of: "TopicTest").queueDatas.map(\.perm)
    }

    @Test func `wipeWritePerm and addWritePerm say how many topics they changed`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let server = bench.sandbox.nameServerAddress
            let wiped = try await bench.run("wipeWritePerm -b broker-b").text
            let count = try #require(wiped.dropLast().split(separator: " ").last.flatMap { Int($0) })
            #expect(count > 10)
            #expect(wiped == "wipe write perm of broker[broker-b] in name server[\(server)] OK, \(count)\n")
            #expect(try await permissions(bench) == [6, 4])
            let added = try await bench.run("addWritePerm -b broker-b").text
            #expect(added == "add write perm of broker[broker-b] in name server[\(server)] OK, \(count)\n")
            #expect(try await permissions(bench) == [6, 6])
        }
    }

    @Test func `as JSON they have a row for each name server`() throws {
        try Bench.with { bench async throws in
            let wiped = try await bench.run("wipeWritePerm -b broker-a --json").json()["items"]?.array?.first
            let added = try await bench.run("addWritePerm -b broker-a --json").json()["items"]?.array?.first
            for row in [wiped, added] {
                #expect(row?["server"]?.string == bench.sandbox.nameServerAddress)
                #expect(row?["brokerName"]?.string == "broker-a")
                #expect(try #require(row?["topicCount"]?.int) > 10)
            }
        }
    }

    @Test func `a broker that no name server knows is not found, and a dry run takes nothing away`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("wipeWritePerm -b Nope") is NotFoundError)
            #expect(await bench.failure("addWritePerm -b Nope") is NotFoundError)
            let plan = await bench.failure("wipeWritePerm -b broker-a --dry-run") as? Plan
            #expect(plan?.steps == ["name server \(bench.sandbox.nameServerAddress)"])
            #expect(try await permissions(bench) == [6])
        }
    }
}
