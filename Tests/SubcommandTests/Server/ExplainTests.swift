import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Subcommands
import Testing

@Suite struct ExplainTests {
    @Test func `every response code and every exit status has a name and a meaning`() throws {
        for code in ResponseCode.all {
            #expect(code.name != nil && code.meaning?.hasSuffix(".") == true, "\(code)")
        }
        try Bench.with { bench async throws in
            let items = try #require(try await bench.run("explain --json").json()["items"]?.array)
            #expect(items.count == ResponseCode.all.count + 3 + ExitStatus.allCases.count)
            for code in ResponseCode.all {
                let line = try await bench.run("explain \(abs(code.rawValue))").lines.first ?? ""
                #expect(line.hasPrefix("response code \(code.rawValue) "), "\(line)")
            }
        }
    }

    @Test(arguments: [
        ("17", ["response code 17 TOPIC_NOT_EXIST: "]), ("topic_not_exist", ["response code 17 TOPIC_NOT_EXIST: "]),
        ("4", ["response code 4 TRANSACTION_FAILED: ", "exit status 4 notFound: "]),
        ("notfound", ["exit status 4 notFound: "]), ("1006", ["response code -1006 RPC_TIME_OUT: "]),
        ("DELETE_ACL_CONFIG_FAILED", ["response code 210 DELETE_ACL_CONFIG_FAILED: "]),
        ("130", ["exit status 130 interrupted: "]),
    ]) func `a number or a name is found`(_ wanted: String, _ starts: [String]) throws {
        try Bench.with { bench async throws in
            let lines = try await bench.run("explain \(wanted)").lines.filter { !$0.hasPrefix("  ") }
            #expect(lines.count == starts.count)
            for (line, start) in zip(lines, starts) { #expect(line.hasPrefix(start)) }
        }
    }

    @Test func `what there is not is not found, with the nearest`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("explain 12345") is NotFoundError)
            let error = await bench.failure("explain TOPIC_NOT_EXISTS")
            #expect("\(String(describing: error))".contains("'TOPIC_NOT_EXIST'"))
        }
    }

    @Test func `the explanation's exit status is the one that a refusal leads to`() throws {
        let address = try #require(PeerAddress("h:1"))
        for (code, status) in [(17, 4), (26, 4), (16, 9), (1, 1), (24, 4), (2, 1)] {
            let error = BrokerError(address: address, request: 1, code: ResponseCode(rawValue: code), remark: "x")
            #expect(ExitStatus(error).rawValue == Int32(status))
        }
    }

    @Test func `a failure's line has target, message and code once each`() {
        #expect(Failure("h:1", code: 17, "h:1: no such topic [TOPIC_NOT_EXIST (17)]").line.hasSuffix("(17)]"))
        #expect(Failure("h:1", code: 17, "no such topic").line == "h:1: no such topic [code 17]")
        #expect(Failure("T", "gone").line == "T: gone")
        #expect(Failure("h:1", code: 99, "h:1: odd [code 99]").line == "h:1: odd [code 99]")
    }
}
