import Testing

@testable import CommandKit

@Suite struct ParserTests {
    @Test func `shared options may stand before the command`() throws {
        let invocation = try samples.parse(["--json", "-n", "x:1", "SAMPLELIST", "-b", "h:1"])
        #expect(invocation.globals.json)
        #expect(invocation.globals.nameServers == "x:1")
        #expect(invocation.entry?.about.name == "sampleList")
        #expect(invocation.command != nil)
    }

    @Test func `a line without a command names none`() throws {
        let invocation = try samples.parse(["-n", "x:1"])
        #expect(invocation.entry == nil && invocation.command == nil && !invocation.asksForHelp)
        #expect(invocation.globals.nameServers == "x:1")
        #expect(try samples.parse(["--help"]).asksForHelp)
        #expect(try samples.parse([]).entry == nil)
    }

    @Test func `aliases are found ignoring case`() throws {
        #expect(try samples.parse(["EXEC"]).entry?.about.name == "sampleRun")
    }

    @Test(arguments: [
        ["sampleSend", "-h"], ["sampleSend", "--nope", "-h"], ["sampleSend", "-t", "--help"], ["-h", "sampleSend"],
        ["sampleSend", "surplus", "--help"],
    ]) func `asking for help wins over what is wrong`(arguments: [String]) throws {
        let invocation = try samples.parse(arguments)
        #expect(invocation.asksForHelp && invocation.command == nil)
        #expect(invocation.entry?.about.name == "sampleSend")
    }

    @Test func `after two hyphens nothing asks for help`() throws {
        #expect(try !samples.parse(["sampleRun", "--", "-h"]).asksForHelp)
        #expect(throws: UsageError.self) { try samples.parse(["sampleSend", "--", "-h"]) }
    }

    @Test(arguments: [
        (["sampleList", "-b", "x", "--t", "2s"], "2s"), (["sampleList", "-b", "x", "--timeo=500ms"], "500ms"),
        (["sampleList", "-b", "x", "--timeout", "1500"], "1500ms"),
    ]) func `own options may be cut short where none of RocketMQ's fits`(arguments: [String], timeout: String) throws {
        #expect(try samples.parse(arguments).globals.timeout.argument == timeout)
    }

    @Test func `own options leave prefixes of RocketMQ's alone`() throws {
        let send = try samples.parse(["sampleSend", "--t", "T"])
        #expect(send.globals.timeout == .seconds(5))
        #expect(try samples.parse(["sampleList", "--cl", "C"]).command != nil)
        #expect(try samples.parse(["sampleList", "-b", "--comp"]).edition == .v5)
        // A value may look like a beginning of one of ours, but not be one: `--json` was not meant as an address.
        #expect(problem(["sampleList", "-b", "--json"]) == .missingValue("-b, --brokerAddr <text>"))
    }

    @Test func `what only RocketMQ 4 understood is understood`() throws {
        // 5 finds --a ambiguous between all and attributes, and -bx=1 unknown.
        #expect(try samples.parse(["sampleList", "-b", "x", "--a"]).command != nil)
        #expect(try samples.parse(["sampleList", "-mqbx=1"]).command != nil)
        // What 4 would have made of it has to be a value; else the error is that of 5.
        #expect(problem(["sampleList", "-bx", "-mr=5"]) == .unknownOption("-mr=5", nearest: []))
        // A command with short names of two letters is none of 4's.
        #expect(problem(["sampleSend", "-tx=1"]) == .unknownOption("-tx=1", nearest: []))
    }

    @Test func `the edition decides which options there are`() async throws {
        #expect(try samples.parse(["sampleSend", "-t", "T", "-c", "C"]).edition == .v5)
        #expect(problem(["sampleSend", "-t", "T", "-c", "C", "--compat", "4.9"]) == .surplus(["C"]))
        #expect(try samples.parse(["sampleSend", "-t", "T", "-c", "--compat=4.9.8"]).edition == .v4)
        #expect(try samples.parse(["sampleSend", "-t", "T", "-c"], edition: .v4).edition == .v4)
        #expect(try samples.parse(["sampleSend", "-t", "T", "--compat", "5"], edition: .v4).edition == .v5)
    }

    /// What is wrong with a line; candidates and nearest names are left out.
    private func problem(_ arguments: [String]) -> UsageError.Problem? {
        do throws(UsageError) {
            _ = try samples.parse(arguments)
            return nil
        } catch {
            switch error.problem {
            case .ambiguousOption(let word, _): return .ambiguousOption(word, candidates: [])
            case .unknownOption(let word, _): return .unknownOption(word, nearest: [])
            default: return error.problem
            }
        }
    }
}
