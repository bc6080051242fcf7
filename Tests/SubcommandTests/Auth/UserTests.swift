import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Remoting
import Sandbox
import Subcommands
import Testing

@Suite struct UserTests {
    private let heading = "#UserName         #Password               #UserType               #UserStatus           "

    @Test func `createUser creates a normal user on every broker of a cluster`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let lines = try await bench.run("createUser -c DefaultCluster -u alice -p secret1").lines.map(String.init)
            #expect(lines == bench.sandbox.brokers.map { "create user to \($0.address) success." })
            for broker in bench.sandbox.brokers {
                #expect(
                    try await bench.run("getUser -b \(broker.address) -u alice").lines == [
                        heading[...],
                        "alice             secret1                 Normal                  enable                ",
                    ])
            }
            let json = try await bench.run("createUser -b \(bench.broker) -u root -p secret2 -t super --json").json()
            #expect(json["items"]?.array?.map { $0["broker"]?.string } == [bench.broker])
        }
    }

    @Test func `createUser of a user that is there is refused`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("createUser -b \(bench.broker) -u alice -p secret1")
            let error = await bench.failure("createUser -b \(bench.broker) -u alice -p secret2") as? BrokerError
            #expect(error?.description == "\(bench.broker): The user is existed [NO_PERMISSION (16)]")
            #expect(await bench.failure("createUser -b \(bench.broker) -u bob -p x -t Boss") is UsageError)
            #expect(await bench.failure("createUser -c Nope -u bob -p secret1") is NotFoundError)
        }
    }

    @Test func `updateUser changes one thing and keeps the rest`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("createUser -b \(bench.broker) -u alice -p secret1")
            for change in ["-p secret2", "-s disable", "-t Super"] {
                let lines = try await bench.run("updateUser -b \(bench.broker) -u alice \(change)").lines
                #expect(lines == ["update user to \(bench.broker) success."])
            }
            let json = try await bench.run("getUser -c DefaultCluster -u alice --json").json()
            let user = json["items"]?.array?.first
            #expect(user?["password"]?.string == "secret2" && user?["userStatus"]?.string == "disable")
            #expect(user?["userType"]?.string == "Super")
            let items = try await bench.run("updateUser -c DefaultCluster -u alice -s enable --json").json()["items"]
            #expect(items?.array?.first?["broker"]?.string == bench.broker)
            let error = await bench.failure("updateUser -b \(bench.broker) -u bob -s enable") as? BrokerError
            #expect(error?.remark == "The user is not exist")
        }
    }

    @Test func `only a super user makes super users`() throws {
        let signer = Credentials(accessKey: "alice", secretKey: "secret1")
        try Bench.with(credentials: signer) { bench async throws in
            _ = try await bench.run("createUser -b \(bench.broker) -u alice -p secret1")
            let error = await bench.failure("createUser -b \(bench.broker) -u root -p secret2 -t Super") as? BrokerError
            #expect(error?.code == .systemError)
            let change = await bench.failure("updateUser -b \(bench.broker) -u alice -t Super") as? BrokerError
            #expect(change?.remark == "The super user can only be update by super user")
        }
    }

    @Test func `listUser lists the users by name, or those that match`() throws {
        try Bench.with { bench async throws in
            #expect(try await bench.run("listUser -b \(bench.broker)").text.isEmpty)
            for name in ["bob", "alice"] {
                _ = try await bench.run("createUser -b \(bench.broker) -u \(name) -p secret1")
            }
            let lines = try await bench.run("listUser -c DefaultCluster").lines
            #expect(lines.map { $0.split(separator: " ")[0] } == ["#UserName", "alice", "bob", "get"])
            #expect(lines[3] == "get user from \(bench.broker) success.")
            let items = try await bench.run("listUser -b \(bench.broker) -f li --json").json()["items"]?.array
            #expect(items?.map { $0["username"]?.string } == ["alice"])
            #expect(await bench.failure("listUser -c Nope") is NotFoundError)
        }
    }

    @Test func `getUser of nobody is not found`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("getUser -b \(bench.broker) -u nobody") is NotFoundError)
        }
    }

    @Test func `deleteUser removes a user with its permissions`() throws {
        try Bench.with { bench async throws in
            let broker = bench.broker
            for name in ["alice", "bob"] {
                _ = try await bench.run("createUser -b \(broker) -u \(name) -p secret1")
                _ = try await bench.run("createAcl -b \(broker) -s User:\(name) -r Topic:T -a Pub -d Allow")
            }
            let lines = try await bench.run("deleteUser -b \(broker) -u alice").lines
            #expect(lines == ["delete user to \(broker) success."])
            #expect(await bench.failure("getUser -b \(broker) -u alice") is NotFoundError)
            let items = try await bench.run("listAcl -b \(broker) --json").json()["items"]?.array
            #expect(items?.map { $0["subject"]?.string } == ["User:bob"])
            let json = try await bench.run("deleteUser -c DefaultCluster -u bob --json").json()
            #expect(json["items"]?.array?.count == 1)
            #expect(try await bench.run("listAcl -b \(broker)").text.isEmpty)
            #expect(await bench.failure("deleteUser -c Nope -u bob") is NotFoundError)
            #expect(await bench.failure("deleteUser -b \(broker) -u bob --dry-run") is Plan)
        }
    }
}
