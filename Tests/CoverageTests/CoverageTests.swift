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

    @Test func `the coverage by code`() throws {
        let rows = try Coverage.recorded.get().rows(Coverage.codes())
        print("code    version  recorded reproduced differing  name")
        for row in rows {
            let numbers = [row.recorded, row.reproduced, row.recorded - row.reproduced].map { "\($0)" }
            let columns = ["\(row.code.number)", row.generation.rawValue] + numbers
            let widths = [8, 9, 9, 11, 11]
            let line = zip(columns, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined()
            print(line + row.code.name + (row.recorded == 0 ? " (not recorded)" : ""))
        }
        #expect(Set(rows.map(\.code.number)).count == 82)
    }
}
