import AdminProtocol
import PeerSupport
import Remoting
import Testing

@testable import AdminClient

@Suite struct DenialTests {
    private func denied(
        _ remark: String, code: Int, credentials: Credentials?, _ request: some Request
    ) throws -> BrokerError {
        let peer = ScriptedPeer.answering { $0.answer(code: code, remark: remark) }
        let box = Box()
        try withPeers([peer]) { peers, loop in
            try await withAdmin([peers[0].text], on: loop, credentials: credentials) { admin async throws in
                box.error = await failure { _ = try await admin.send(request, to: peers[0].address) } as? BrokerError
            }
        }
        return try #require(box.error)
    }

    /// What the loop's thread hands to the test's; the test waits for it.
    private final class Box: @unchecked Sendable { var error: BrokerError? }

    @Test func `a denial names the resource and the key`() throws {
        let key = Credentials(accessKey: "ops", secretKey: "s")
        for (code, remark) in [
            (16, "User:ops has no permission to access Topic:T from 127.0.0.1"), (16, "check signature failed."),
            (1, "org.apache.rocketmq.acl.common.AclException: No default permission for T, X.java:1"),
        ] {
            let error = try denied(remark, code: code, credentials: key, GetTopicStatsInfo(topic: "T"))
            #expect(error.isDenial && error.denial?.accessKey == "ops")
            let text = "\(error)"
            #expect(text.contains("GET_TOPIC_STATS_INFO of topic 'T' denied to access key 'ops': "), "\(text)")
            #expect(text.contains(remark) && !text.contains("secret"))
        }
        let unsigned = try denied(
            "No accessKey is configured AclException", code: 1, credentials: nil, GetBrokerConfig())
        #expect("\(unsigned)".contains("GET_BROKER_CONFIG denied without an access key (see --access-key)"))
    }

    @Test(arguments: [
        (1, "RUNTIME BREAKDOWN"), (17, "topic[T] not exist"), (16, "the topic[T] pulling message is forbidden"),
        (16, "The user is existed"),
    ]) func `other refusals are none`(_ code: Int, _ remark: String) throws {
        #expect(try denied(remark, code: code, credentials: nil, GetTopicStatsInfo(topic: "T")).denial == nil)
    }
}
