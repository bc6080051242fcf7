import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Subcommands
import Testing

@Suite struct PermissionTests {
    /// Lends a sandbox that knows alice.
    private func withAlice(masters: Int = 1, _ body: @escaping @Sendable (Bench) async throws -> Void) throws {
        try Bench.with(masters: masters) { bench async throws in
            _ = try await bench.run("createUser -c DefaultCluster -u alice -p secret1")
            try await body(bench)
        }
    }

    private func rules(_ bench: Bench) async throws -> [String?] {
        let items = try await bench.run("getAcl -b \(bench.broker) -s User:alice --json").json()["items"]?.array
        return items?.map { $0["resource"]?.string } ?? []
    }

    @Test func `createAcl adds rules, which getAcl shows`() throws {
        try withAlice { bench async throws in
            let rule = "-s User:alice -r topic:T1,Group:G* -a pub,Sub -i 10.0.0.0/8 -d Allow"
            let lines = try await bench.run("createAcl -c DefaultCluster \(rule)").lines
            #expect(lines == ["create acl to \(bench.broker) success."])
            _ = try await bench.run("createAcl -b \(bench.broker) -s User:alice -r Topic:T2 -a All -d Deny --json")
                .json()
            let table = try await bench.run("getAcl -b \(bench.broker) -s User:alice").lines
            #expect(table.count == 4)
            #expect(
                table[1] == "User:alice        Custom      Topic:T1                [Pub, Sub]            "
                    + "[10.0.0.0/8]              Allow     ")
            #expect(table[3].split(separator: " ") == ["User:alice", "Custom", "Topic:T2", "[All]", "null", "Deny"])
            #expect(try await rules(bench) == ["Topic:T1", "Group:G*", "Topic:T2"])
        }
    }

    @Test(arguments: [
        ("-s User:bob -r Topic:T -a Pub -d Allow", "The subject of User:bob is not exist."),
        ("-s User:alice -r Queue:T -a Pub -d Allow", "The resource is null."),
        ("-s User:alice -r Topic:T -a Any -d Allow", "The actions can not be Any."),
        ("-s User:alice -r Topic:T -a Fly -d Allow", "The actions is empty."),
        ("-s User:alice -r Topic:T -a Pub -i 10.0.0 -d Allow", "The source ip is invalid."),
    ]) func `createAcl of what cannot be is refused`(_ rule: String, _ remark: String) throws {
        try withAlice { bench async throws in
            let error = await bench.failure("createAcl -b \(bench.broker) \(rule)") as? BrokerError
            #expect(error?.code == .noPermission && error?.remark == remark)
            #expect((await bench.failure("updateAcl -b \(bench.broker) \(rule)") as? BrokerError)?.remark == remark)
            #expect(try await bench.run("listAcl -b \(bench.broker)").text.isEmpty)
        }
    }

    @Test func `updateAcl replaces the rule of a resource, in its place`() throws {
        try withAlice { bench async throws in
            let broker = bench.broker
            _ = try await bench.run("createAcl -b \(broker) -s User:alice -r Topic:T1,Topic:T2 -a Pub -d Allow")
            let line = "updateAcl -b \(broker) -s User:alice -r Topic:T1 -a Sub -d Deny"
            let lines = try await bench.run("updateAcl -b \(broker) -s User:alice -r Topic:T1 -a Sub -d Deny").lines
            #expect(lines == ["update acl to \(broker) success."])
            #expect(try await bench.run("\(line) --json").json()["items"]?.array?.count == 1)
            let items = try await bench.run("getAcl -b \(broker) -s User:alice --json").json()["items"]?.array ?? []
            #expect(items.map { $0["decision"]?.string } == ["Deny", "Allow"])
            #expect(items.map { $0["actions"]?.array?.map(\.string) } == [["Sub"], ["Pub"]])
            #expect(
                try await bench.run("updateAcl -b \(broker) -s User:alice -r * -a Get -d Deny --json").json() != .null)
            #expect(try await rules(bench) == ["Topic:T1", "Topic:T2", "*"])
        }
    }

    @Test func `deleteAcl removes the rule of a resource, or all`() throws {
        try withAlice { bench async throws in
            let broker = bench.broker
            _ = try await bench.run("createAcl -b \(broker) -s User:alice -r Topic:T1,Topic:T2 -a Pub -d Allow")
            let lines = try await bench.run("deleteAcl -b \(broker) -s User:alice -r Topic:T1").lines
            #expect(lines == ["delete acl to \(broker) success."])
            #expect(try await rules(bench) == ["Topic:T2"])
            let json = try await bench.run("deleteAcl -c DefaultCluster -s User:alice --json").json()
            #expect(json["items"]?.array?.map { $0["broker"]?.string } == [broker])
            #expect(await bench.failure("getAcl -b \(broker) -s User:alice") is NotFoundError)
            let error = await bench.failure("deleteAcl -b \(broker) -s User:alice") as? BrokerError
            #expect(error?.remark == "The acl is not exist.")
            #expect(await bench.failure("deleteAcl -b \(broker) -s alice") is UsageError)
            let nobody = await bench.failure("getAcl -b \(broker) -s User:bob") as? BrokerError
            #expect(nobody?.remark == "The subject is not exist.")
        }
    }

    @Test func `listAcl lists all subjects, or what matches`() throws {
        try withAlice { bench async throws in
            let broker = bench.broker
            _ = try await bench.run("createUser -b \(broker) -u bob -p secret1")
            for name in ["bob", "alice"] {
                _ = try await bench.run(
                    "createAcl -b \(broker) -s User:\(name) -r Topic:T-\(name),Group:G -a Sub -d Deny")
            }
            let lines = try await bench.run("listAcl -b \(broker)").lines
            #expect(lines.count == 5 && lines[0].hasPrefix("#Subject "))
            #expect(
                lines[1...].map { $0.split(separator: " ")[2] } == [
                    "Topic:T-alice", "Group:G", "Topic:T-bob", "Group:G",
                ])
            let items = try await bench.run("listAcl -c DefaultCluster -s bob -r T- --json").json()["items"]?.array
            #expect(items?.map { $0["resource"]?.string } == ["Topic:T-bob"])
            #expect(await bench.failure("listAcl -c Nope") is NotFoundError)
        }
    }
}
