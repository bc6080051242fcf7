import Foundation
import RecordingSupport
import Sandbox
import Testing

@Suite struct CoverageTests {
    @Test func `a sandbox answers as the recorded clusters did, but for the named deviations`() throws {
        let coverage = try Coverage.recorded.get()
        var needed: Set<Int> = []
        for outcome in coverage.outcomes {
            for difference in outcome.differences {
                let covering = Deviation.all.indices.filter { Deviation.all[$0].covers(outcome, difference) }
                needed.formUnion(covering)
                if covering.isEmpty {
                    Issue.record("\(outcome.folder)/\(outcome.file), request \(outcome.code): \(difference)")
                }
            }
        }
        for (index, deviation) in Deviation.all.enumerated() where !needed.contains(index) {
            Issue.record("no longer needed: \(deviation)")
        }
        #expect(coverage.outcomes.count > 2400)
    }

    @Test func `the coverage by code, where what is not recorded has a test of its own`() throws {
        let codes = try Coverage.codes()
        #expect(codes.count == 82)
        let rows = try Coverage.recorded.get().rows(codes)
        print("code    version  recorded reproduced differing  name")
        for row in rows { print(row.text) }
        for code in codes where code.generations.isEmpty { print("\(code.number) \(code.name): in neither version") }
        let missing = rows.filter { $0.recorded == 0 }.map { "\($0.code.number) \($0.generation)" }
        #expect(missing == UnrecordedTests.covered.map { "\($0.code) \($0.generation)" })
    }
}

extension Coverage.Row {
    fileprivate var text: String {
        let numbers = [recorded, reproduced, recorded - reproduced].map { "\($0)" }
        let columns = zip(["\(code.number)", generation.rawValue] + numbers, [8, 9, 9, 11, 11])
        let line = columns.map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined()
        return line + code.name + (recorded == 0 ? " (not recorded, see UnrecordedTests)" : "")
    }
}
