import Glibc
import Testing

extension EndToEnd {
    /// A command on a sandbox, and what ends it early.
    @Suite struct SandboxCommandTests {
        @Test(arguments: [SIGINT, SIGTERM])
        func `a sandbox that is interrupted has its command end first`(_ signal: CInt) throws {
            try onLoop {
                let script = #"trap 'echo ended; exit 0' TERM; echo started; while :; do sleep 0.05; done"#
                let process = try Process.start(["sandbox", "--port", "0", "--", "sh", "-c", script])
                #expect(try await process.firstLine(within: .seconds(20)) == "started")
                kill(process.pid, signal)
                let run = try await process.finish(within: .seconds(20))
                #expect(run.status == 130 && run.text == "ended\n" && run.errors.isEmpty, "\(run.text)\(run.errors)")
            }
        }

        @Test func `a command that hangs on a server that never answers is ended by its time-out`() throws {
            try onLoop {
                let script = #""$0" sandbox fault add --drop >&2 && "$0" topicList --timeout 300ms"#
                let run = try await Run.mqadmin("sandbox", "--port", "0", "--", "sh", "-c", script, Process.binary)
                #expect(run.status == 7 && run.errors.contains("no answer within 300 ms"), "\(run.errors)")
            }
        }
    }
}
