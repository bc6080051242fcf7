import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct AccountAccessTests {
    private let user = Credentials(accessKey: "RocketMQ", secretKey: "12345678")
    private let shipped = AccessControl.shippedAdministrator

    private func remark(_ text: String, _ line: Int, _ method: String = "validate") -> String {
        let type = "PlainPermissionManager"
        let place = "org.apache.rocketmq.acl.plain.\(type).\(method)(\(type).java:\(line))"
        return "org.apache.rocketmq.acl.common.AclException: \(text), \(place)"
    }

    private func send(_ topic: String) -> SendMessage { TestMessage(topic: topic, text: "hello").request }

    private func pull(_ topic: String, _ group: String) -> UpdateConsumerOffset {
        UpdateConsumerOffset(consumerGroup: group, topic: topic, queueId: 0, commitOffset: 0)
    }

    @Test func `nobody comes in without a key, with an unknown one, or with a wrong secret`() throws {
        try withAccess(.accounts) { [self] sandbox, _ async throws in
            let request = GetBrokerRuntimeInfo()
            #expect(try await sandbox.denial(of: request) == remark("No accessKey is configured", 664))
            let unknown = Credentials(accessKey: "somebody", secretKey: "12345678")
            #expect(try await sandbox.denial(of: request, as: unknown) == remark("No acl config for somebody", 668))
            let wrong = Credentials(accessKey: "rocketmq2", secretKey: "87654321")
            let failed = remark("Check signature failed for accessKey=rocketmq2", 684)
            #expect(try await sandbox.denial(of: request, as: wrong) == failed)
            #expect(try await sandbox.denial(of: request, as: shipped) { $0.fields["Signature"] = nil } == failed)
            #expect(try await sandbox.denial(of: send("T"), as: shipped) { $0.body.append(0) } == failed)
            #expect(try await sandbox.denial(of: send("T"), as: shipped) { $0.fields["b"] = "U" } == failed)
            #expect(try await sandbox.answer(to: request, as: wrong).code == 1)
            #expect(try await sandbox.answer(to: request, as: shipped).code == 0)
        }
    }

    @Test func `an account does what its file says`() throws {
        try withAccess(.accounts) { [self] sandbox, _ async throws in
            for (topic, isAllowed, line) in [
                ("topicA", false, 611), ("topicB", true, 0), ("topicC", false, 611), ("other", false, 606),
            ] {
                let refusal = remark("No default permission for topic:\(topic)", line, "checkPerm")
                #expect(try await sandbox.denial(of: send(topic), as: user) == (isAllowed ? nil : refusal), "\(topic)")
            }
            for (topic, group, refused, line) in [
                ("topicC", "groupB", nil, 0), ("topicC", "groupC", nil, 0), ("topicC", "other", nil, 0),
                ("topicC", "groupA", "group:groupA", 611), ("other", "groupC", "topic:other", 606),
            ] as [(String, String, String?, Int)] {
                let refusal = refused.map { remark("No default permission for \($0)", line, "checkPerm") }
                #expect(try await sandbox.denial(of: pull(topic, group), as: user) == refusal, "\(topic) \(group)")
            }
            #expect(try await sandbox.denial(of: send("RMQ_SYS_TRACE_TOPIC"), as: user) == nil)
        }
    }

    @Test func `some requests are for administrators only`() throws {
        try withAccess(.accounts) { [self] sandbox, _ async throws in
            let request = DeleteSubscriptionGroup(groupName: "groupB", cleanOffset: false)
            let refusal = "Need admin permission for request code=207, but accessKey=RocketMQ is not"
            #expect(try await sandbox.denial(of: request, as: user) == remark(refusal, 581, "checkPerm"))
            #expect(try await sandbox.answer(to: request, as: shipped).code == 0)
            #expect(try await sandbox.denial(of: GetBrokerConfig(), as: user) == nil)
        }
    }

    @Test func `white addresses need no signature, everybody's or an account's`() throws {
        try withAccess(.accounts) { [self] sandbox, admin async throws in
            var account = AccessAccount(accessKey: "localhost")
            (account.secretKey, account.whiteRemoteAddress) = ("12345678", "127.0.0.*")
            _ = try await admin.send(UpdateAndCreateAclConfig(account), to: sandbox.address())
            let stranger = Credentials(accessKey: "localhost", secretKey: "whatever")
            #expect(try await sandbox.denial(of: send("any"), as: stranger) == nil)
            #expect(try await sandbox.denial(of: send("any")) != nil)
            let everybody = UpdateGlobalWhiteAddrsConfig(addresses: "10.0.0.1,127.0.0.1-9", file: nil)
            _ = try await admin.send(everybody, to: sandbox.address())
            #expect(try await sandbox.denial(of: send("any")) == nil)
        }
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.0.0.2", false), ("*", true), ("*.*.*.*", true), ("127.0.0.*", true),
        ("127.0.1.*", false), ("127.0-1.*.*", true), ("127.1-2.*.*", false), ("127.0.0.{1,2}", true),
        ("127.0.0.{2,3}", false), ("10.0.0.1,127.0.0.1", true), ("127.*", false), ("*.0.0.1", false), ("", false),
        ("{", false), ("}", false), ("{}", false), ("127.0.0.1-", false), ("127.0.0.-", false), ("a-b", false),
        ("::1", false), ("-", false), ("127.0.0.1-99999999999999999999", false), (",", false), ("127.0.0.*.*.*", false),
    ])
    func `a pattern is for some addresses of IPv4`(pattern: String, matches: Bool) {
        #expect(AddressPattern.accounts(pattern, match: "127.0.0.1") == matches)
    }

    @Test(arguments: [
        ("fe80::1", true), ("fe80:0:0:0:0:0:0:1", true), ("FE80::1", true), ("fe80::2", false), ("fe80::*", true),
        ("fe80::0-2", true), ("fe80::0:*", true), ("fe80::2-9", false), ("fe80::0-9:*", true), ("fe81::*", false),
        ("fe80::{1,2}", true), (":*", false), ("*:*:*:*:*:*:*:*", true), ("::*:::-", false),
    ])
    func `a pattern is for some addresses of IPv6`(pattern: String, matches: Bool) {
        #expect(AddressPattern.accounts(pattern, match: "fe80::1") == matches)
    }

    @Test func `a heartbeat needs permissions for its groups and topics, and has to be one`() throws {
        try withAccess(.accounts) { [self] sandbox, _ async throws in
            let heartbeat = { (topic: String) in
                """
                {"clientID":"c","consumerDataSet":[{"groupName":"groupC","consumeType":"CONSUME_PASSIVELY",\
                "messageModel":"CLUSTERING","consumeFromWhere":"CONSUME_FROM_LAST_OFFSET","subscriptionDataSet":\
                [{"topic":"\(topic)","subString":"*","subVersion":1}]}]}
                """
            }
            for (body, isAllowed) in [(heartbeat("topicC"), true), (heartbeat("topicA"), false), ("{\"", false)] {
                var frame = Frame(code: 34, opaque: 1)
                frame.body = Array(body.utf8)
                frame.sign(with: user)
                let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
                try await wire.send(frame)
                var answer = try await wire.frame()
                while answer.kind != .response { answer = try await wire.frame() }
                #expect(answer.code == (isAllowed ? 0 : 1), "\(body)")
            }
        }
    }
}
