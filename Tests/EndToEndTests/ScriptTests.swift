import PeerSupport
import Testing

extension EndToEnd {
    /// What scripts and health checks rely on.
    @Suite struct ScriptTests {
        @Test func `wait ends with 0 when all holds, and with 7 when it does not`() throws {
            try withSandbox { address in
                expectSuccess(
                    try await Run.mqadmin("wait", "-n", address, "--brokers", "1", "--topic", "TopicTest"))
                let run = try await Run.mqadmin("wait", "-n", address, "--brokers", "2", "--timeout", "300ms")
                expectFailure(run, status: 7, saying: "not so within 300ms", "2 wanted", within: .seconds(3))
                #expect(run.duration >= .milliseconds(290))
                let none = try await Run.mqadmin("wait", "-n", deadAddress, "--timeout", "300ms")
                expectFailure(none, status: 7, saying: deadAddress, "refused")
                expectFailure(try await Run.mqadmin("wait"), status: 2, saying: "no name server")
            }
        }

        @Test func `explain and schema need no cluster`() throws {
            try onLoop {
                for arguments in [["explain", "17"], ["explain"], ["schema", "topicList"], ["help", "--json"]] {
                    expectSuccess(try await Process.start(arguments).finish(within: .seconds(20)))
                }
                expectFailure(try await Run.mqadmin("explain", "4711"), status: 4, saying: "'4711'")
                expectFailure(try await Run.mqadmin("schema", "nope"), status: 2, saying: "'nope'")
            }
        }

        @Test func `a column that is not there is told of before anything is asked`() throws {
            try onLoop {
                let run = try await Run.mqadmin("clusterList", "-n", deadAddress, "--sort", "-brokerNam")
                expectFailure(run, status: 2, saying: "'brokerNam'", "'brokerName'")
            }
        }

        @Test func `a partial failure names target, code and message`() throws {
            let refusing = ScriptedPeer.answering { $0.answer(code: 1, remark: "RUNTIME BREAKDOWN") }
            let willing = ScriptedPeer.answering { $0.answer() }
            try withCluster([willing, refusing]) { names, peers in
                let run = try await Run.mqadmin("cleanUnusedTopic", "-n", names, "-c", "C", "--json")
                #expect(run.status == 3, "\(run.errors)")
                #expect(run.errors.contains("\(peers[1].text): RUNTIME BREAKDOWN [SYSTEM_ERROR (1)]"))
                for part in [#""target": "\#(peers[1].text)""#, #""code": 1,"#, "RUNTIME BREAKDOWN"] {
                    #expect(run.text.contains(part), "\(run.text)")
                }
            }
        }
    }
}
