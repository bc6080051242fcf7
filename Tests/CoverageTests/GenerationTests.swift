import AdminProtocol
import EventLoop
import Remoting
import Testing

@testable import Sandbox

@Suite struct GenerationTests {
    @Test func `each generation knows the codes that the reference says it knows`() throws {
        for code in try Coverage.codes() where !code.generations.isEmpty {
            #expect(Generation.allCases.filter { $0.knows(code.number) } == code.generations, "\(code.name)")
        }
    }

    @Test(arguments: Generation.allCases)
    func `a broker refuses what its version does not know`(_ generation: Generation) throws {
        let codes = try Coverage.codes().filter { !$0.generations.contains(generation) }.map(\.number)
        #expect(codes.contains(54) && codes.count > 4)
        try Asking.with(generation) { asking async throws in
            for code in codes + [99_999] {
                let refusal = asking.expected(3, remark: " request type \(code) not supported")
                #expect(try await asking.differences(code, from: refusal) == [], "\(code)")
            }
        }
    }

    @Test func `a name server of 5_3_3 refuses what it does not know, one of 4_9_8 stays silent`() throws {
        try Asking.with(.v5) { asking async throws in
            let refusal = asking.expected(3, remark: " request type 28 not supported")
            #expect(try await asking.differences(28, from: refusal, by: asking.nameServer) == [])
        }
        try Asking.with(.v4) { asking async throws in
            try await asking.nameServer.send(Frame(code: 28, opaque: 1))
            try await asking.nameServer.send(Frame(code: 206, opaque: 2))
            // Answers come in the order of the requests: when the second is there, the first is not to come.
            let first = try #require(try await asking.nameServer.next())
            #expect(first.opaque == 2 && first.code == 0)
        }
    }

    @Test func `a broker of 4_9_8 keeps offsets of whatever there is not, and knows no attributes`() throws {
        let offset = ["consumerGroup": "NoGroup", "topic": "NoTopic", "queueId": "0", "commitOffset": "7"]
        let topic = [
            "topic": "New", "defaultTopic": "TBW102", "readQueueNums": "8", "writeQueueNums": "8", "perm": "6",
            "topicFilterType": "SINGLE_TAG", "topicSysFlag": "0", "order": "false", "attributes": "+nosuch=1",
        ]
        for (generation, codes) in [(Generation.v4, [0, 0]), (.v5, [26, 1])] {
            try Asking.with(generation) { asking async throws in
                #expect(try await asking.answer(15, offset)?.code == codes[0])
                #expect(try await asking.answer(17, topic)?.code == codes[1])
            }
        }
    }

    @Test func `what 4_9_8 has no code for is a system error`() throws {
        let fields = [
            "topic": "%bad topic%", "defaultTopic": "TBW102", "readQueueNums": "8", "writeQueueNums": "8", "perm": "6",
            "topicFilterType": "SINGLE_TAG", "topicSysFlag": "0", "order": "false",
        ]
        for (generation, code) in [(Generation.v4, 1), (.v5, 29)] {
            try Asking.with(generation) { asking async throws in
                #expect(try await asking.answer(17, fields)?.code == code)
            }
        }
    }
}
