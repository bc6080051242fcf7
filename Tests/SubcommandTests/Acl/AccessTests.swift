import AdminClient
import CommandKit
import Remoting
import Sandbox
import Testing

@testable import Subcommands

@Suite struct AccessTests {
    private static let owner = Credentials(accessKey: "rmqadmin", secretKey: "12345678")

    /// Commands of all areas that talk to a broker.
    private static let lines = [
        "updateTopic -c DefaultCluster -t T", "updateTopicPerm -c DefaultCluster -t TopicTest -p 4",
        "topicStatus -t TopicTest", "sendMessage -t TopicTest -p hello", "brokerStatus -c DefaultCluster",
        "getBrokerConfig -c DefaultCluster", "updateBrokerConfig -c DefaultCluster -k traceOn -v false",
        "updateSubGroup -c DefaultCluster -g G", "clusterList", "statsAll", "cleanUnusedTopic -c DefaultCluster",
        "createUser -c DefaultCluster -u alice -p secret", "listUser -c DefaultCluster",
        "createAcl -c DefaultCluster -s User:alice -r Topic:T -a Pub -d Allow", "listAcl -c DefaultCluster",
        "queryMsgByKey -t TopicTest -k nothing", "printMsg -t TopicTest", "deleteSubGroup -c DefaultCluster -g G",
        "queryMsgByUniqueKey -t TopicTest -i nothing", "deleteTopic -c DefaultCluster -t TopicTest",
    ]

    @Test(arguments: [AccessControl.Generation.users, .accounts])
    func `every command signs, and none is let in that does not`(_ generation: AccessControl.Generation) throws {
        let access = AccessControl(generation, administrator: Self.owner)
        try Bench.with(credentials: Self.owner, access: access) { bench async throws in
            for line in Self.lines { #expect(await !isDenied(line, on: bench), "\(line)") }
        }
        try Bench.with(access: access) { bench async throws in
            for line in Self.lines where line != "clusterList" && line != "statsAll" {
                #expect(await isDenied(line, on: bench), "\(line)")
            }
        }
    }

    private func isDenied(_ line: String, on bench: Bench) async -> Bool {
        do {
            return try await bench.run(line).failures.contains { $0.message.contains("denied") }
        } catch let error as BrokerError {
            return error.isDenial
        } catch {
            return "\(error)".contains("denied")
        }
    }

    @Test func `sandbox tells of the account that may do everything`() throws {
        try Bench.with { bench async throws in
            let line = "sandbox --port 0 --acl"
            let lines = try await bench.run(line) { !$0.isEmpty }.lines
            #expect(lines.count == 3 && lines[1] == "ROCKETMQ_ACL_ACCESS_KEY=rmqadmin")
            #expect(lines[2].hasPrefix("ROCKETMQ_ACL_SECRET_KEY=") && lines[2].count == 48)
            #expect(try await bench.run(line) { !$0.isEmpty }.lines[2] != lines[2])
            let accounts = try await bench.run("sandbox --port 0 --acl=1.0") { !$0.isEmpty }.lines
            #expect(accounts.dropFirst() == ["ROCKETMQ_ACL_ACCESS_KEY=rocketmq2", "ROCKETMQ_ACL_SECRET_KEY=12345678"])
            #expect(await bench.failure("sandbox --port 0 --acl=3.0") is UsageError)
        }
    }

    @Test func `sandbox takes the account of the environment and does not print its secret`() throws {
        try Bench.with { bench async throws in
            var bench = bench
            bench.environment = ["ROCKETMQ_ACL_ACCESS_KEY": "me", "ROCKETMQ_ACL_SECRET_KEY": "mine"]
            let outcome = try await bench.run("sandbox --port 0 --acl") { !$0.isEmpty }
            #expect(outcome.lines.dropFirst() == ["ROCKETMQ_ACL_ACCESS_KEY=me"])
            let short = await bench.failure("sandbox --port 0 --acl=1.0")
            #expect((short as? UsageError).map { "\($0)".contains("longer than 6") } == true)
        }
    }
}
