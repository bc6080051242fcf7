import Testing

@testable import Sandbox

@Suite struct OptionsTests {
    @Test func `topics are read as the command line writes them`() throws {
        let topics = try SandboxOptions.topics(parsing: "T:8,ORDER:4,Plain")
        #expect(topics == [.init(name: "T", queues: 8), .init(name: "ORDER", queues: 4), .init(name: "Plain")])
        #expect(try SandboxOptions.topics(parsing: "").isEmpty)
    }

    @Test(arguments: ["T:0", "T:x", "T:70000", "T:", ":4", "a b", "T:1:2", "é"])
    func `a topic that cannot be is named`(_ text: String) {
        #expect { try SandboxOptions.topics(parsing: "Good:1,\(text)") } throws: { error in
            "\(error)".contains("'\(text)'")
        }
    }

    @Test(arguments: [(0, "broker-a"), (25, "broker-z"), (26, "broker-aa"), (51, "broker-az"), (702, "broker-aaa")])
    func `brokers are counted in letters`(_ index: Int, _ name: String) {
        #expect(SandboxOptions.brokerName(index) == name)
    }
}
