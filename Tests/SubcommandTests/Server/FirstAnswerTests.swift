import AdminClient
import CommandKit
import Testing

@testable import Subcommands

@Suite struct FirstAnswerTests {
    private struct Down: Error {}
    private let brokers = (1...3).map { PeerAddress(host: "b", port: $0) }

    @Test func `the first broker that knows ends the search`() async throws {
        let answer = try await FirstAnswer(of: brokers) { $0.port == 1 ? nil : "from \($0.port)" }
        #expect(answer.found?.value == "from 2" && answer.found?.broker.port == 2)
        #expect(answer.failures.isEmpty)
    }

    @Test func `a broker that is down is passed over, and told of`() async throws {
        let answer = try await FirstAnswer(of: brokers) { broker throws -> String? in
            if broker.port == 1 { throw Down() }
            return "from \(broker.port)"
        }
        #expect(answer.found?.value == "from 2")
        #expect(answer.failures.map(\.target) == ["b:1"])
    }

    @Test func `nobody knows, and everybody said so`() async throws {
        let answer = try await FirstAnswer(of: brokers) { _ -> String? in nil }
        #expect(answer.found == nil && answer.failures.isEmpty)
    }

    @Test func `nobody knows, but one could not say so`() async {
        await #expect(throws: Down.self) {
            try await FirstAnswer(of: brokers) { broker throws -> String? in
                if broker.port == 3 { throw Down() }
                return nil
            }
        }
    }
}
