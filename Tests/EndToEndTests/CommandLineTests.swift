import PeerSupport
import Testing

extension EndToEnd {
    @Suite struct CommandLineTests {
        @Test func `help lists the subcommands`() throws {
            try onLoop {
                for arguments in [[], ["help"], ["--help"], ["-h"]] {
                    let run = try await Process.start(arguments).finish(within: .seconds(20))
                    expectSuccess(run)
                    for name in ["updateTopic", "clusterList", "sandbox"] { #expect(run.text.contains(name)) }
                }
            }
        }

        @Test(arguments: [["help", "updateTopic"], ["updateTopic", "-h"], ["updatetopic", "--help"]])
        func `help explains a subcommand`(_ arguments: [String]) throws {
            try onLoop {
                let run = try await Process.start(arguments).finish(within: .seconds(20))
                expectSuccess(run)
                #expect(run.text.contains("--readQueueNums"))
            }
        }

        @Test func `help keeps to the width of the terminal`() throws {
            try onLoop {
                let run = try await Run.mqadmin("help", "updateTopic", environment: ["COLUMNS": "60"])
                #expect(
                    run.text.split(separator: "\n").allSatisfy { $0.count <= 60 || $0.hasPrefix("  mqadmin ") },
                    "\(run.text)")
            }
        }

        @Test(arguments: [["version"], ["--version"]])
        func `the version is one line`(_ arguments: [String]) throws {
            try onLoop {
                let run = try await Process.start(arguments).finish(within: .seconds(20))
                expectSuccess(run)
                #expect(run.text.hasPrefix("mqadmin ") && run.text.split(separator: "\n").count == 1)
            }
        }

        @Test func `an unknown subcommand, with what may have been meant`() throws {
            try onLoop {
                expectFailure(try await Run.mqadmin("updateTopik"), status: 2, saying: "'updateTopik'", "'updateTopic'")
                expectFailure(
                    try await Run.mqadmin("help", "topicRout"), status: 2, saying: "'topicRout'", "'topicRoute'")
                expectFailure(try await Run.mqadmin("qwertz"), status: 2, saying: "'qwertz'")
            }
        }

        @Test func `an unknown option, with what may have been meant`() throws {
            try onLoop {
                let run = try await Run.mqadmin("updateTopic", "-t", "T", "--readQueueNumbs", "8")
                expectFailure(run, status: 2, saying: "--readQueueNumbs", "'--readQueueNums'")
                #expect(run.errors.contains("see 'mqadmin help updateTopic'"))
            }
        }

        @Test(arguments: [
            ["updateTopic"], ["updateTopic", "-t"], ["updateTopic", "-t", "T", "-r", "many"],
            ["updateTopic", "-t", ""],
            ["updateTopic", "-t", "T", "-b", "a:1", "-c", "C"], ["topicList", "surplus"],
            ["topicList", "--output", "xml"], ["topicList", "--timeout", "soon"],
            ["updateTopic", "-t", "T", "-p", "8"],
            ["topicList", "--compat", "6"],
        ])
        func `a missing or malformed value`(_ arguments: [String]) throws {
            try onLoop {
                expectFailure(try await Process.start(arguments).finish(within: .seconds(20)), status: 2)
            }
        }

        @Test func `a control character of the command line does not reach the terminal`() throws {
            try onLoop {
                let run = try await Run.mqadmin("\u{1b}[31mtopic\nList")
                expectFailure(run, status: 2)
                #expect(!run.errors.contains("\u{1b}"))
            }
        }

        @Test func `NAMESRV_ADDR stands in for -n, and -n wins`() throws {
            try withSandbox { address in
                expectSuccess(try await Run.mqadmin("topicList", environment: ["NAMESRV_ADDR": address]))
                let both = try await Run.mqadmin("topicList", "-n", address, environment: ["NAMESRV_ADDR": deadAddress])
                expectSuccess(both)
                let bad = try await Run.mqadmin("topicList", "-n", address, environment: ["NAMESRV_ADDR": "nonsense"])
                expectSuccess(bad)
            }
        }

        @Test func `--exit-compat java returns what Java does`() throws {
            try onLoop {
                let failed = try await Run.mqadmin("topicList", "-n", deadAddress, "--exit-compat", "java")
                expectFailure(failed, status: 0, saying: "connection refused")
                let usage = try await Run.mqadmin("topicList", "--nonsense", "--exit-compat=java")
                #expect(usage.status == 1)
                let other = try await Run.mqadmin("topicList", "-n", deadAddress, "--exit-compat", "cobol")
                expectFailure(other, status: 2, saying: "java")
            }
        }

        @Test func `MQADMIN_COMPAT chooses the edition, and --compat wins`() throws {
            try onLoop {
                let old = ["MQADMIN_COMPAT": "4.9"]
                #expect(!(try await Run.mqadmin("help", "updateTopic", environment: old)).text.contains("--attributes"))
                let new = try await Run.mqadmin("updateTopic", "-h", "--compat", "5", environment: old)
                #expect(new.text.contains("--attributes"))
                let refused = try await Run.mqadmin("updateTopic", "-t", "T", "-a", "+a=b", environment: old)
                expectFailure(refused, status: 2, saying: "-a")
                let bad = try await Run.mqadmin("topicList", environment: ["MQADMIN_COMPAT": "6"])
                expectFailure(bad, status: 2, saying: "MQADMIN_COMPAT", "'6'")
            }
        }
    }
}
