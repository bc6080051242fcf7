import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct UserAccessTests {
    private let alice = Credentials(accessKey: "alice", secretKey: "secret")

    private typealias Rule = (resource: String, actions: [String], ips: [String]?, decision: String)

    /// A sandbox with the user alice and rules for her.
    private func withAlice(
        _ rules: [Rule] = [], standing: [Rule] = [],
        _ body: @escaping @Sendable (Sandbox, Admin) async throws -> Void
    ) throws {
        let policies = [("Custom", rules), ("Default", standing)].filter { !$0.1.isEmpty }.map { type, rules in
            var policy = AclInfo.Policy(
                entries: rules.map {
                    AclInfo.Rule(resource: $0.resource, actions: $0.actions, sourceIps: $0.ips, decision: $0.decision)
                })
            policy.policyType = type
            return policy
        }
        try withAccess(.users) { sandbox, admin async throws in
            _ = try await admin.send(CreateUser(UserInfo(username: "alice", password: "secret")), to: sandbox.address())
            if !policies.isEmpty {
                let acl = AclInfo(subject: "User:alice", policies: policies)
                _ = try await admin.send(CreateAcl(acl), to: sandbox.address())
            }
            try await body(sandbox, admin)
        }
    }

    private func send(_ topic: String) -> SendMessage { TestMessage(topic: topic, text: "hello").request }
    private func refusal(_ resource: String, _ reason: String = "no matched policies.") -> String {
        "User:alice has no permission to access \(resource) from 127.0.0.1, \(reason)"
    }

    @Test func `nobody comes in without a name, with an unknown one, or with a wrong secret`() throws {
        try withAlice { [alice] sandbox, admin async throws in
            let request = GetBrokerRuntimeInfo()
            #expect(try await sandbox.denial(of: request) == "username cannot be null.")
            #expect(try await sandbox.denial(of: request, as: alice) { $0.fields["AccessKey"] = "" } != nil)
            let unknown = Credentials(accessKey: "bob", secretKey: "secret")
            #expect(try await sandbox.denial(of: request, as: unknown) == "User:bob is not found.")
            let wrong = Credentials(accessKey: "alice", secretKey: "guess")
            let failed = "check signature failed."
            #expect(try await sandbox.denial(of: request, as: wrong) == failed)
            for (field, value) in [("Signature", nil), ("more", "x")] as [(String, String?)] {
                #expect(try await sandbox.denial(of: request, as: alice) { $0.fields[field] = value } == failed)
            }
            #expect(try await sandbox.answer(to: request, as: alice).code == 0)
            let change = UserInfo(username: "alice", userStatus: "disable")
            _ = try await admin.send(UpdateUser(change), to: sandbox.address())
            #expect(try await sandbox.denial(of: request, as: alice) == "User:alice is disabled.")
            #expect(try await sandbox.answer(to: Unknown(), as: wrong).code == 16)
            #expect(try await sandbox.answer(to: Unknown(), as: owner).code == 3)
        }
    }

    @Test func `how an old client searches is not signed`() throws {
        try withAlice { sandbox, _ async throws in
            let query = QueryMessage(topic: "T", key: "k", maxNum: 1, from: 0, to: 1, isUniqueKey: true)
            for (version, isAllowed) in [(399, true), (401, false)] {
                let denial = try await sandbox.denial(of: query) { frame in
                    frame.version = version
                    frame.fields["AccessKey"] = owner.accessKey
                    frame.fields["Signature"] = frame.signature(
                        secretKey: owner.secretKey, leavingOut: "_UNIQUE_KEY_QUERY")
                }
                #expect((denial == nil) == isAllowed, "version \(version)")
            }
        }
    }

    @Test func `what no rule is about is refused, and super users need no rule`() throws {
        try withAlice { [self] sandbox, admin async throws in
            #expect(try await sandbox.denial(of: send("T"), as: alice) == refusal("Topic:T"))
            let list = ListUsers(filter: nil)
            #expect(try await sandbox.denial(of: list, as: alice) == refusal("Cluster:DefaultCluster"))
            let connections = GetConsumerConnectionList(group: "G")
            #expect(try await sandbox.denial(of: connections, as: alice) == refusal("Group:G"))
            #expect(try await sandbox.denial(of: send("T"), as: owner) == nil)
            _ = try await admin.send(UpdateUser(UserInfo(username: "alice", userType: "Super")), to: sandbox.address())
            #expect(try await sandbox.denial(of: send("T"), as: alice) == nil)
        }
    }

    @Test func `a rule is about names, actions and addresses`() throws {
        let rules: [Rule] = [
            ("Topic:one", ["Pub"], nil, "Allow"), ("Topic:pre*", ["Pub", "Get"], nil, "Allow"),
            ("Topic:read", ["Sub", "Get"], nil, "Allow"), ("Group:*", ["All"], nil, "Allow"),
            ("Topic:near", ["All"], ["127.0.0.0/8"], "Allow"), ("Topic:far", ["All"], ["10.0.0.0/8"], "Allow"),
            ("Topic:here", ["All"], ["10.0.0.1", "127.0.0.1"], "Allow"), ("Topic:no", ["Pub"], nil, "Deny"),
        ]
        try withAlice(rules) { [self] sandbox, _ async throws in
            for topic in ["one", "prefix", "pre", "near", "here"] {
                #expect(try await sandbox.denial(of: send(topic), as: alice) == nil, "\(topic)")
            }
            for topic in ["two", "one2", "read", "far"] {
                #expect(try await sandbox.denial(of: send(topic), as: alice) == refusal("Topic:\(topic)"))
            }
            #expect(try await sandbox.denial(of: send("no"), as: alice) == refusal("Topic:no", "the decision is deny."))
            let commit = { UpdateConsumerOffset(consumerGroup: "G", topic: $0, queueId: 0, commitOffset: 0) }
            #expect(try await sandbox.denial(of: commit("read"), as: alice) == nil)
            #expect(try await sandbox.denial(of: commit("%RETRY%G"), as: alice) == nil)
            #expect(try await sandbox.denial(of: commit("one"), as: alice) == refusal("Topic:one"))
        }
    }

    @Test func `default rules count where no other rule is about the matter`() throws {
        let standing: [Rule] = [("Topic:*", ["Pub"], nil, "Allow")]
        try withAlice([("Topic:closed", ["All"], nil, "Deny")], standing: standing) { [self] sandbox, _ async throws in
            #expect(try await sandbox.denial(of: send("open"), as: alice) == nil)
            let denial = try await sandbox.denial(of: send("closed"), as: alice)
            #expect(denial == refusal("Topic:closed", "the decision is deny."))
        }
    }

    @Test func `a request that cannot be read is refused whoever sends it`() throws {
        try withAlice { sandbox, _ async throws in
            let unread = "parse authorization context error."
            let request = GetConsumerConnectionList(group: "G")
            let denial = try await sandbox.denial(of: request) {
                $0.fields["consumerGroup"] = nil
                $0.sign(with: owner)
            }
            #expect(denial == unread)
            for code in [34, 41, 42] {
                let denial = try await sandbox.denial(of: Unknown()) {
                    ($0.code, $0.body) = (code, Array("{\"consumerDataSet\":[".utf8))
                    $0.sign(with: owner)
                }
                #expect(denial == unread)
            }
        }
    }

    @Test func `brokers register, and name servers ask nobody`() throws {
        try withAlice { sandbox, admin async throws in
            _ = try await admin.send(UpdateAndCreateTopic(TopicConfig(topicName: "T")), to: sandbox.address())
            let route = GetRouteInfoByTopic(topic: "T")
            let wire = try await Wire.connect(to: sandbox.nameServer, on: sandbox.loop)
            try await wire.send(try route.frame(opaque: 1))
            #expect(try await wire.frame().code == 0)
        }
    }
}
