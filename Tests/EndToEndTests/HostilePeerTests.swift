import EventLoop
import PeerSupport
import Remoting
import Testing

extension EndToEnd {
    /// Peers that do not play by the rules, as the name server and as the broker of a command.
    @Suite struct HostilePeerTests {
        /// Runs a command on the peer's address, once for each role that it can have.
        private func expect(
            _ behaviour: @escaping ScriptedPeer.Behaviour, status: Int32, saying words: String = ""
        ) throws {
            try withPeers([behaviour]) { peers in
                let address = peers[0].text
                let asNameServer = try await Run.mqadmin("topicList", "-n", address, "--timeout", "2s")
                expectFailure(asNameServer, status: status, saying: address, words)
                let asBroker = try await Run.mqadmin(
                    "updateTopic", "-n", deadAddress, "-b", address, "-t", "T", "--timeout", "2s")
                expectFailure(asBroker, status: status, saying: address, words)
            }
        }

        @Test func `a peer that hangs`() throws {
            try withPeers([ScriptedPeer.hanging]) { peers in
                let address = peers[0].text
                for arguments in [
                    ["topicList", "-n", address], ["updateTopic", "-n", deadAddress, "-b", address, "-t", "T"],
                ] {
                    let run = try await Process.start(arguments + ["--timeout", "300ms"]).finish(within: .seconds(20))
                    expectFailure(run, status: 7, saying: address, "300 ms", within: .seconds(3))
                    #expect(run.duration >= .milliseconds(290))
                }
            }
        }

        @Test func `a broker that hangs behind a name server that does not`() throws {
            try withCluster([ScriptedPeer.hanging]) { names, peers in
                let run = try await Run.mqadmin("updateTopic", "-n", names, "-t", "T", "--timeout", "300ms")
                expectFailure(run, status: 7, saying: peers[0].text, within: .seconds(3))
            }
        }

        @Test func `a peer that closes in mid-frame`() throws {
            try expect(ScriptedPeer.sendingAndClosing([0, 0, 1, 0, 0, 0, 0, 50, 123, 34]), status: 1, saying: "closed")
            try expect(ScriptedPeer.sendingAndClosing([0, 0]), status: 1, saying: "closed")
            try expect(ScriptedPeer.closing, status: 1)
        }

        @Test func `a peer that answers garbage`() throws {
            try expect(
                ScriptedPeer.sending(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)), status: 1, saying: "protocol")
            try expect(ScriptedPeer.sending([0, 0, 0, 8, 0, 0, 0, 4, 1, 2, 3, 4]), status: 1, saying: "JSON")
            try expect(ScriptedPeer.sending([0, 0, 0, 8, 9, 0, 0, 4, 1, 2, 3, 4]), status: 1, saying: "coding 9")
            try expect(ScriptedPeer.sending(Array(repeating: 0, count: 100_000)), status: 1, saying: "0 bytes")
        }

        @Test func `a frame of 2 GiB is announced`() throws {
            let start: [UInt8] = [0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 4]
            try expect(
                ScriptedPeer.sending(start + Array(repeating: 1, count: 1 << 20)), status: 1, saying: "2147483647")
            try expect(ScriptedPeer.sending([0x80, 0, 0, 0, 0, 0, 0, 4]), status: 1, saying: "-2147483648 bytes")
        }

        @Test func `a header lies about its length`() throws {
            try expect(ScriptedPeer.sending([0, 0, 0, 8, 0, 0, 0, 200, 1, 2, 3, 4]), status: 1, saying: "200 bytes")
            try expect(
                ScriptedPeer.sending([0, 0, 0, 8, 0, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4]), status: 1, saying: "16777215")
            let short: [UInt8] = Array(#"{"code":0,"flag":1}"#.utf8)
            try expect(
                ScriptedPeer.sending([0, 0, 0, UInt8(4 + short.count), 0, 0, 0, 5] + short), status: 1, saying: "JSON")
        }

        @Test func `JSON is nested 100,000 deep`() throws {
            let deep = Array((String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)).utf8)
            try expect(
                ScriptedPeer.answering { $0.answer(body: Array(#"{"topicList":"#.utf8) + deep + Array("}".utf8)) },
                status: 1, saying: "the body cannot be read")
            let header = Array(#"{"code":0,"extFields":"#.utf8) + deep + Array("}".utf8)
            let count = UInt32(header.count)
            let words = [count + 4, count].flatMap { word in
                (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
            }
            try expect(ScriptedPeer.sending(words + header), status: 1, saying: "JSON")
        }

        @Test func `an answer that drips in byte by byte, and never ends, ends with the deadline`() throws {
            let dripping: ScriptedPeer.Behaviour = { socket in
                try await socket.write([0, 0, 16, 0, 0, 0, 8, 0], until: .never)
                while true {
                    try await Task.sleep(for: .milliseconds(20))
                    try await socket.write([32], until: .never)
                }
            }
            try withPeers([dripping]) { peers in
                let run = try await Run.mqadmin("topicList", "-n", peers[0].text, "--timeout", "300ms")
                expectFailure(run, status: 7, saying: peers[0].text, within: .seconds(3))
            }
        }

        @Test func `a peer that refuses in words`() throws {
            let words = "RUNTIME BREAKDOWN\njava.lang.NullPointerException\n\tat a.b.C"
            try expect(
                ScriptedPeer.answering { $0.answer(code: 1, remark: words) }, status: 1, saying: "RUNTIME BREAKDOWN")
            try expect(ScriptedPeer.answering { $0.answer(code: 1) }, status: 1, saying: "SYSTEM_ERROR")
        }

        @Test func `a peer that denies access`() throws {
            let words = "org.apache.rocketmq.acl.common.AclException: No accessKey is configured, X.java:1"
            try expect(ScriptedPeer.answering { $0.answer(code: 1, remark: words) }, status: 9, saying: "accessKey")
            try withPeers([ScriptedPeer.answering { $0.answer(code: 16, remark: "User:ops has no permission") }]) {
                peers in
                let variables = ["ROCKETMQ_ACL_ACCESS_KEY": "ops", "ROCKETMQ_ACL_SECRET_KEY": "secret"]
                let run = try await Run.mqadmin("topicStatus", "-n", peers[0].text, "-t", "T", environment: variables)
                expectFailure(run, status: 9, saying: "topic 'T' denied to access key 'ops'")
                #expect(!run.errors.contains("secret"))
            }
        }
    }
}
