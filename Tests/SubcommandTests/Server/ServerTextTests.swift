import AdminClient
import AdminProtocol
import Foundation
import LooseJSON
import Remoting
import Testing

@testable import Subcommands

/// Texts of responses that no recording has.
@Suite struct ServerTextTests {
    private let broker = PeerAddress(host: "127.0.0.1", port: 10911)

    @Test func `a slave tells how far it has come`() throws {
        let info = try HARuntimeInfo(
            body: Array(
                """
                {"haClientRuntimeInfo":{"lastReadTimestamp":0,"lastWriteTimestamp":0,"masterAddr":"1.2.3.4:10912",
                "masterFlushOffset":4700,"maxOffset":4711,"transferredByteInSecond":1536},"haConnectionInfo":[],
                "inSyncSlaveNums":0,"master":false,"masterCommitLogMaxOffset":0}
                """.utf8))
        let lines = ReplicationStatus(broker: broker, info: info).text.split(separator: "\n")
        #expect(lines[0] == "#MasterAddr\t1.2.3.4:10912" && lines[1] == "#CommitLogMaxOffset\t4711")
        #expect(lines[2] == "#TransferSpeed(KB/s)\t1.50" && lines[5] == "#MasterFlushOffset\t4700")
    }

    @Test func `replicas that are behind come after those that are not`() throws {
        let info = try BrokerReplicasInfo(
            body: Array(
                """
                {"replicasInfoTable":{"b":{"inSyncReplicas":[{"alive":true,"brokerAddress":"a:1","brokerId":1,
                "brokerName":"b"}],"masterEpoch":2,"notInSyncReplicas":[{"brokerAddress":"a:2","brokerId":2,
                "brokerName":"b"}],"syncStateSetEpoch":4}}}
                """.utf8))
        let text = SyncState(brokerName: "b", replicas: try #require(info.replicasInfoTable["b"])).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[2] == "#MasterBrokerId\tnull" && lines[3] == "#MasterAddr\tnull")
        #expect(lines[8].hasPrefix("InSyncReplica:\tReplicaIdentity{brokerName='b', brokerId=1"))
        #expect(
            lines[10]
                == "NotInSyncReplica:\tReplicaIdentity{brokerName='b', brokerId=2, brokerAddress='a:2', alive=null}")
    }

    @Test func `a subject without rules has a row of its own`() {
        let rows = AclRow.rows([AclInfo(subject: "User:x", policies: [])], on: broker)
        #expect(rows.count == 1)
        let lines = rows[0].text.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasPrefix("#Subject          #PolicyType  #Resource "))
        #expect(lines[1] == "User:x" + String(repeating: " ", count: 106))
        #expect(AclRow.rows([], on: broker).isEmpty)
    }

    @Test func `the text of an account does not have its secret key`() {
        var account = AccessAccount(accessKey: "AppUser")
        (account.secretKey, account.topicPerms) = ("app12345678", ["a=PUB", "b=SUB"])
        #expect(
            account.javaText
                == "PlainAccessConfig{accessKey='AppUser', whiteRemoteAddress='null', admin=false, "
                + "defaultTopicPerm='null', defaultGroupPerm='null', topicPerms=[a=PUB, b=SUB], groupPerms=null}")
    }

    @Test func `a measurement for a log is in China's time`() {
        let row = RoundTrip(
            cluster: "c", broker: "b", time: 1_795_171_487_903, mean: 2.5, successes: 2, failures: 0)
        #expect(row.logLine(room: "noname") == "2026-11-20 18:44:47|noname|c|b|3")
    }

    @Test func `the first message of a round does not count, unless it is the only one`() {
        #expect(RoundTripTest.mean([.seconds(9), .milliseconds(2), .milliseconds(3)]) == 2.5)
        #expect(RoundTripTest.mean([.milliseconds(9)]) == 9)
    }
}

@Suite struct ServerResponseTests {
    @Test func `an older broker names no file for its accounts`() throws {
        let version = #"{"counter":7,"timestamp":1795171487903}"#
        var versions = AclVersions(clusterName: "c", brokerName: "b", brokerAddr: "a:1", version: version)
        #expect(try versions.files().map(\.path) == [nil])
        #expect(try versions.files().first?.version.counter == 7)
        versions.allAclFileVersion = #"{"/z.yml":\#(version),"/a.yml":\#(version)}"#
        #expect(try versions.files().map(\.path) == ["/a.yml", "/z.yml"])
        versions.allAclFileVersion = "[]"
        #expect(throws: PayloadError.self) { try versions.files() }
    }

    @Test func `an empty body is nobody, and a body that is none is an error`() throws {
        var frame = Frame(code: 0, opaque: 1)
        #expect(try IfAny<UserInfo>(from: frame).content == nil)
        frame.body = Array(#"[{"username":"a"},{"username":"b","userType":"Super"}]"#.utf8)
        #expect(try IfAny<JSONList<UserInfo>>(from: frame).content?.items.map(\.username) == ["a", "b"])
        #expect(throws: PayloadError.self) { try IfAny<UserInfo>(from: frame) }
    }

    @Test func `what is said of a user does not tell its password`() {
        #expect("\(UserInfo(username: "alice", password: "secret"))" == "alice")
    }
}
