import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct CopyTests {
    /// Lends two masters, of which the first knows alice and bob and what they may do.
    private func withUsers(_ body: @escaping @Sendable (Bench, String, String) async throws -> Void) throws {
        try Bench.with(masters: 2) { bench async throws in
            for name in ["alice", "bob"] {
                _ = try await bench.run("createUser -b \(bench.broker) -u \(name) -p secret1")
                _ = try await bench.run("createAcl -b \(bench.broker) -s User:\(name) -r Topic:T -a Pub -d Allow")
            }
            try await body(bench, bench.broker, bench.sandbox.brokers[1].address)
        }
    }

    @Test func `copyUser copies all users, or those that are named`() throws {
        try withUsers { bench, first, second async throws in
            let lines = try await bench.run("copyUser -f \(first) -t \(second) -u bob").lines
            #expect(lines == ["copy user of bob from \(first) to \(second) success."])
            _ = try await bench.run("updateUser -b \(first) -u bob -s disable")
            let items = try await bench.run("copyUser -f \(first) -t \(second) --json").json()["items"]?.array ?? []
            #expect(items.map { $0["name"]?.string } == ["alice", "bob"])
            #expect(items.map { $0["isNew"]?.bool } == [true, false])
            let users = try await bench.run("listUser -b \(second) --json").json()["items"]?.array ?? []
            #expect(users.map { $0["userStatus"]?.string } == ["enable", "disable"])
            #expect(users.map { $0["password"]?.string } == ["secret1", "secret1"])
        }
    }

    @Test func `copyUser names what is not there`() throws {
        try withUsers { bench, first, second async throws in
            let outcome = try await bench.run("copyUser -f \(first) -t \(second) -u alice,carol")
            #expect(outcome.lines.count == 1 && outcome.failures.map(\.target) == ["carol"])
            #expect(await bench.failure("copyUser -f \(first) -t \(second) -u carol") is NotFoundError)
        }
    }

    @Test func `copyAcl copies permissions to a broker that knows the users`() throws {
        try withUsers { bench, first, second async throws in
            let error = await bench.failure("copyAcl -f \(first) -t \(second) -s User:alice") as? BrokerError
            #expect(error?.remark == "The subject is not exist.")
            _ = try await bench.run("copyUser -f \(first) -t \(second)")
            let lines = try await bench.run("copyAcl -f \(first) -t \(second) -s User:alice").lines
            #expect(lines == ["copy acl of User:alice from \(first) to \(second) success."])
            let items = try await bench.run("copyAcl -f \(first) -t \(second) --json").json()["items"]?.array ?? []
            #expect(items.map { $0["isNew"]?.bool } == [false, true])
            let rules = try await bench.run("listAcl -b \(second) --json").json()["items"]?.array ?? []
            #expect(rules.map { $0["subject"]?.string } == ["User:alice", "User:bob"])
        }
    }
}
