import Glibc
import Testing

extension EndToEnd {
    @Suite struct SandboxServersTests {
        @Test func `a second sandbox on the port of a first one says so`() throws {
            try onLoop {
                let first = try Process.start(["sandbox", "--port", "0"])
                let address = String(try await first.firstLine(within: .seconds(20)).dropFirst("NAMESRV_ADDR=".count))
                let port = String(address.split(separator: ":").last ?? "")
                expectFailure(try await Run.mqadmin("sandbox", "--port", port), status: 2, saying: port, "--port 0")
                kill(first.pid, SIGINT)
                #expect(try await first.finish(within: .seconds(20)).status == 130)
            }
        }

        @Test func `a DLedger group survives its leader, which comes back`() throws {
            try onLoop {
                let script = """
                    set -e
                    "$0" sendMessage -t T -p before
                    "$0" sandbox kill RaftNode00
                    "$0" clusterList
                    "$0" sendMessage -t T -p after
                    "$0" sandbox start RaftNode00
                    "$0" clusterList
                    "$0" topicStatus -t T
                    """
                let run = try await Run.mqadmin(
                    "sandbox", "--port", "0", "--dledger", "3", "--topics", "T:1", "--", "sh", "-c", script,
                    Process.binary)
                expectSuccess(run)
                let rows = run.text.split(separator: "\n").map { $0.split(separator: " ") }
                let ids = rows.filter { $0.first == "RaftCluster" }.map { $0[2] }
                #expect(ids == ["0", "3", "0", "1", "3"])
                #expect(rows.contains { $0.first == "RaftNode00" && $0.count > 3 && $0[1...3] == ["0", "0", "2"] })
            }
        }
    }
}
