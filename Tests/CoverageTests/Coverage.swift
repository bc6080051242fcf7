import Foundation
import RecordingSupport
import Sandbox
import Testing

/// What came of all recorded exchanges, by request code.
struct Coverage {
    /// A request code that mqadmin uses, as the reference of RocketMQ's codes has it.
    struct Code: Sendable {
        var number: Int
        var name: String
        var generations: [Generation]
    }

    /// One line of the table.
    struct Row {
        var code: Code
        var generation: Generation
        var recorded = 0
        var reproduced = 0
        var differing: [String] = []
    }

    var outcomes: [Rehearsal.Outcome]

    /// The exchanges of all recordings, run once a process.
    static let recorded = Result { Coverage(outcomes: try rehearse()) }

    private static func rehearse() throws -> [Rehearsal.Outcome] {
        try Recording.all().flatMap { file, recording -> [Rehearsal.Outcome] in
            let parts = file.split(separator: "/").map(String.init)
            guard parts.count == 2, let cluster = RecordedCluster.all.first(where: { $0.folder == parts[0] }) else {
                return []
            }
            return try Rehearsal.run(recording, file: parts[1], as: cluster)
        }
    }

    /// The 82 codes that mqadmin uses.
    static func codes() throws -> [Code] {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let text = try String(contentsOf: folder.appending(path: "requestcodes.tsv"), encoding: .utf8)
        return text.split(separator: "\n").map { line in
            let columns = line.split(separator: "\t").map(String.init)
            let known = zip(Generation.allCases, columns[2...]).filter { $0.1 == "yes" }.map(\.0)
            return Code(number: Int(columns[0]) ?? 0, name: columns[1], generations: known)
        }
    }

    /// A row for each code and each version that knows it.
    func rows(_ codes: [Code]) -> [Row] {
        codes.flatMap { code in
            code.generations.map { generation in
                var row = Row(code: code, generation: generation)
                for outcome in outcomes where outcome.code == code.number && outcome.generation == generation {
                    row.recorded += 1
                    if outcome.differences.isEmpty { row.reproduced += 1 }
                    row.differing += outcome.differences
                }
                return row
            }
        }
    }
}
