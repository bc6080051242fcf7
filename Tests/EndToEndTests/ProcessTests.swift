import Glibc
import PeerSupport
import Testing

extension EndToEnd {
    @Suite struct ProcessTests {
        @Test func `a reader that goes away is harmless`() throws {
            try withPeers([nameServer(topics: (0..<20_000).map { "Topic\($0)" })]) { peers in
                let script = #""$0" topicList -n "$1" | head -1; echo "${PIPESTATUS[0]}""#
                let run = try await Process.start(
                    ["-c", script, Process.binary, peers[0].text], program: "/bin/bash"
                ).finish(within: .seconds(20))
                #expect(run.text == "Topic0\n0\n")
                #expect(run.errors.isEmpty)
            }
        }

        @Test(arguments: [["help"], ["version"], ["topicList"]])
        func `a full disk is a failure in one line`(_ arguments: [String]) throws {
            try withPeers([nameServer(topics: ["T"])]) { peers in
                let run = try await Process.start(
                    arguments, environment: ["NAMESRV_ADDR": peers[0].text], output: "/dev/full"
                ).finish(within: .seconds(20))
                expectFailure(run, status: 1, saying: "standard output", "No space left")
            }
        }

        @Test(arguments: [SIGINT, SIGTERM])
        func `an interrupted command ends at once`(_ signal: CInt) throws {
            try withPeers([ScriptedPeer.hanging]) { peers in
                let process = try Process.start(["topicList", "-n", peers[0].text, "--timeout", "60s"])
                while peers[0].connections == 0 { try await Task.sleep(for: .milliseconds(5)) }
                let start = ContinuousClock.now
                kill(process.pid, signal)
                let run = try await process.finish(within: .seconds(20))
                #expect(run.status == 130)
                #expect(run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
                #expect(ContinuousClock.now - start < .seconds(3))
            }
        }

        @Test(arguments: [("exit 7", Int32(7)), ("exit 0", 0), ("kill -9 $$", 137)])
        func `a sandbox with a command exits as the command does`(_ script: String, _ status: Int32) throws {
            try onLoop {
                let run = try await Run.mqadmin("sandbox", "--port", "0", "--", "sh", "-c", script)
                #expect(run.status == status)
                #expect(run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
            }
        }

        @Test func `a command on a sandbox finds the cluster in NAMESRV_ADDR`() throws {
            try onLoop {
                let run = try await Run.mqadmin(
                    "sandbox", "--port", "0", "--topics", "T:8,ORDER:4", "--masters", "2", "--", Process.binary,
                    "topicList")
                expectSuccess(run)
                #expect(run.text.contains("ORDER\n") && run.text.contains("T\n"))
            }
        }

        @Test func `a command on a sandbox finds controllers and container too`() throws {
            try onLoop {
                let script = """
                    "$0" electMaster -a "$CONTROLLER_ADDR" -b 2 -bn broker-a -c DefaultCluster &&
                    "$0" removeBroker -c "$CONTAINER_ADDR" -b DefaultCluster:broker-a:0
                    """
                let run = try await Run.mqadmin(
                    "sandbox", "--port", "0", "--slaves", "1", "--controllers", "1", "--container", "--", "sh", "-c",
                    script, Process.binary)
                expectSuccess(run)
                #expect(run.text.contains("#MasterEpoch\t2\n") && run.text.contains("remove broker from "))
            }
        }

        @Test func `a command that does not exist`() throws {
            try onLoop {
                let run = try await Run.mqadmin("sandbox", "--port", "0", "--", "/no/such/command")
                expectFailure(run, status: 127, saying: "/no/such/command")
            }
        }

        @Test func `a sandbox on a port that is taken says how to get another`() throws {
            try withPeers([ScriptedPeer.hanging]) { peers in
                expectFailure(
                    try await Run.mqadmin("sandbox", "--port", "\(peers[0].port)"), status: 2, saying: "--port 0")
            }
        }

        @Test func `a sandbox says where it is, serves, and ends when it is interrupted`() throws {
            try onLoop {
                let process = try Process.start(["sandbox", "--port", "0"])
                let line = try await process.firstLine(within: .seconds(20))
                #expect(line.hasPrefix("NAMESRV_ADDR=127.0.0.1:"))
                let address = String(line.dropFirst("NAMESRV_ADDR=".count))
                expectSuccess(try await Run.mqadmin("clusterList", "-n", address))
                kill(process.pid, SIGINT)
                let run = try await process.finish(within: .seconds(20))
                #expect(run.status == 130 && run.errors.isEmpty, "\(run.errors)")
            }
        }
    }
}

extension Process {
    /// The first line that it prints; the rest is for `finish`.
    func firstLine(within limit: Duration) async throws -> String {
        var line: [UInt8] = []
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end {
            var byte: UInt8 = 0
            if read(output, &byte, 1) == 1 {
                if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
                line.append(byte)
            } else {
                try await Task.sleep(for: .milliseconds(5))
            }
        }
        Issue.record("it printed no line within \(limit)")
        return ""
    }
}
