import AdminClient
import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct WritePermissionTests {
    private func permissions(_ admin: Admin) async throws -> [Int] {
        var permissions: [Int] = []
        for topic in ["T", "U"] {
            permissions += try await admin.askNameServer(GetRouteInfoByTopic(topic: topic)).queueDatas.map(\.perm)
        }
        return permissions
    }

    @Test func `what a name server took away is back when the broker registers something new, not before`() throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 1), .init(name: "U", queues: 1)]
        options.registrationInterval = .milliseconds(20)
        try withSandbox(options) { sandbox, admin in
            _ = try await admin.askNameServer(WipeWritePermOfBroker(brokerName: "broker-a"))
            let rounds = await sandbox.registrationRounds[0]
            #expect(try await sandbox.eventually { await sandbox.registrationRounds[0] > rounds + 3 })
            #expect(try await permissions(admin) == [4, 4])
            _ = try await admin.send(
                UpdateAndCreateTopic(TopicConfig(topicName: "T", queues: 2)), to: sandbox.address())
            #expect(try await permissions(admin)[0] == 6)
            _ = try await admin.askNameServer(AddWritePermOfBroker(brokerName: "broker-a"))
            #expect(try await permissions(admin) == [6, 6])
            _ = try await admin.askNameServer(WipeWritePermOfBroker(brokerName: "broker-a"))
            let all = UpdateBrokerConfig(key: "brokerPermission", value: "6")
            _ = try await admin.send(all, to: sandbox.address())
            #expect(try await permissions(admin) == [6, 6])
        }
    }
}
