import AdminClient
import AdminProtocol
import LooseJSON
import Remoting
import Testing

@testable import Sandbox

/// What a cluster of 5.3.3 answered about replication, users and permissions, as in `ShapeTests`.
private let recorded: [(code: Int, isController: Bool, fields: [String: String], body: String)] = [
    (
        907, false, [:],
        """
        {"haClientRuntimeInfo":{"lastReadTimestamp":0,"lastWriteTimestamp":0,"masterFlushOffset":0,"maxOffset":0,\
        "transferredByteInSecond":0},"haConnectionInfo":[{"addr":"127.0.0.1:57294","diff":0,"inSync":true,\
        "slaveAckOffset":228,"transferFromWhere":228,"transferredByteInSecond":0}],"inSyncSlaveNums":1,\
        "master":true,"masterCommitLogMaxOffset":228}
        """
    ),
    (
        1007, false, [:],
        """
        {"brokerId":0,"brokerName":"broker-a","clusterName":"C","epochList":[{"endOffset":9223372036854775807,\
        "epoch":1,"startOffset":0}],"maxOffset":228}
        """
    ),
    (
        1006, true, [:],
        """
        {"replicasInfoTable":{"broker-a":{"inSyncReplicas":[{"alive":true,"brokerAddress":"127.0.0.1:21911",\
        "brokerId":1,"brokerName":"broker-a"}],"masterAddress":"127.0.0.1:21921","masterBrokerId":2,"masterEpoch":2,\
        "notInSyncReplicas":[],"syncStateSetEpoch":4}}}
        """
    ),
    (
        1002, true,
        [
            "clusterName": "DefaultCluster", "brokerName": "broker-a", "brokerId": "2", "designateElect": "true",
            "invokeTime": "0",
        ],
        """
        {"brokerMemberGroup":{"brokerAddrs":{1:"127.0.0.1:21911",2:"127.0.0.1:21921"},"brokerName":"broker-a",\
        "cluster":"C"},"syncStateSet":[1]}
        """
    ),
    (
        3004, false, ["username": "alice"],
        "{\"password\":\"p\",\"userStatus\":\"enable\",\"userType\":\"Normal\",\"username\":\"alice\"}"
    ),
    (
        3005, false, [:],
        "[{\"password\":\"p\",\"userStatus\":\"enable\",\"userType\":\"Normal\",\"username\":\"alice\"}]"
    ),
    (
        3009, false, ["subject": "User:alice"],
        """
        {"policies":[{"entries":[{"actions":["Pub"],"decision":"Allow","resource":"Topic:T1",\
        "sourceIps":["192.168.0.1"]}],"policyType":"Custom"}],"subject":"User:alice"}
        """
    ),
]

@Suite struct ControlShapeTests {
    private func withCluster(_ body: @escaping @Sendable (Sandbox, Wire, Wire) async throws -> Void) throws {
        var options = SandboxOptions()
        (options.slavesPerMaster, options.controllers) = (1, 1)
        try withSandbox(options) { sandbox, admin in
            _ = try await admin.send(CreateUser(UserInfo(username: "alice", password: "p")), to: sandbox.address())
            let rule = AclInfo.Rule(
                resource: "Topic:T1", actions: ["Pub"], sourceIps: ["192.168.0.1"], decision: "Allow")
            let acl = AclInfo(subject: "User:alice", policies: [AclInfo.Policy(entries: [rule])])
            _ = try await admin.send(CreateAcl(acl), to: sandbox.address())
            let controller = try #require(PeerAddress(sandbox.controllerAddresses[0]))
            try await body(
                sandbox, Wire.connect(to: sandbox.address(), on: sandbox.loop),
                Wire.connect(to: controller, on: sandbox.loop))
        }
    }

    private func answer(_ wire: Wire, _ code: Int, _ fields: [String: String] = [:]) async throws -> Frame {
        var frame = Frame(code: code, opaque: 1)
        frame.fields = fields
        if code == 1006 { frame.body = Array("[\"broker-a\"]".utf8) }
        try await wire.send(frame)
        return try await wire.frame()
    }

    @Test func `bodies have the keys and types of recorded ones`() throws {
        try withCluster { _, broker, controller async throws in
            for (code, isController, fields, body) in recorded {
                let frame = try await answer(isController ? controller : broker, code, fields)
                let json = try JSON(parsing: frame.body)
                #expect(shape(of: json) == shape(of: try JSON(parsing: body.utf8)), "request \(code)")
                #expect((frame.remark == "not set any response code") == (code > 3000), "request \(code)")
            }
        }
    }

    @Test func `header fields have the names of recorded ones`() throws {
        try withCluster { sandbox, _, controller async throws in
            let metadata = try await answer(controller, 1005).fields
            #expect(
                metadata == [
                    "controllerLeaderId": "n0", "controllerLeaderAddress": sandbox.controllerAddresses[0],
                    "isLeader": "true", "peers": "n0:\(sandbox.controllerAddresses[0]);", "group": "group1",
                ])
            let election = try await answer(
                controller, 1002,
                [
                    "clusterName": "DefaultCluster", "brokerName": "broker-a", "brokerId": "2",
                    "designateElect": "true", "invokeTime": "0",
                ]
            ).fields
            #expect(election["masterBrokerId"] == "2" && election["masterAddress"] == sandbox.brokers[1].address)
            #expect(election["masterEpoch"] == "2" && election["syncStateSetEpoch"] == "3")
        }
    }
}
