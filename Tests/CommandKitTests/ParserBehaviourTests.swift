import Foundation
import Testing

@testable import CommandKit

/// The parser against outcomes of commons-cli 1.5.0 with the option declarations of RocketMQ 5.3.3.
@Suite struct ParserBehaviourTests {
    @Test func `every recorded line of RocketMQ 5 has the outcome it has there`() throws {
        let lines = try Self.table("parser_5x").map(RecordedLine.init)
        #expect(lines.count == 105)
        try check(lines)
    }

    @Test func `generated lines have the outcome that commons-cli gave them`() throws {
        let lines = try Self.table("parser_generated").map(RecordedLine.init)
        #expect(lines.count > 300)
        try check(lines)
    }

    @Test func `a line that RocketMQ 4 takes without ignoring words has the outcome it has there`() throws {
        let commands = try Self.commands("options_4x")
        for line in try Self.table("parser_4x").map(RecordedLine.init) {
            let declarations = try #require(commands[line.command], "\(line.command) is not declared")
            let outcome = PosixParser(vocabulary: Vocabulary(declarations)).parse(line.arguments)
            let expected: [String: String]? =
                if case .values(let values, words: "") = line.outcome { values } else { nil }
            #expect(outcome?.values == expected, "\(line.command) \(line.arguments)")
        }
    }

    private func check(_ lines: [RecordedLine]) throws {
        let commands = try Self.commands("options_5x")
        for line in lines {
            let declarations = try #require(commands[line.command], "\(line.command) is not declared")
            var parser = OptionParser(Vocabulary(declarations))
            let outcome = Outcome { () throws(UsageError) in
                try parser.parse(line.arguments)
                return parser.line
            }
            #expect(outcome == line.outcome, "\(line.command) \(line.arguments)")
        }
    }

    /// The declarations of each command, its global option first.
    private static func commands(_ name: String) throws -> [String: [Declaration]] {
        var options: [String: [(spec: OptionSpec, group: String?)]] = [:]
        for fields in try table(name) {
            let short = fields[1].isEmpty ? nil : fields[1]
            let spec = OptionSpec(
                short, fields[2], "", kind: fields[3] == "value" ? String.kind : nil,
                isRequired: fields[4] == "required")
            let group = fields[4].hasPrefix("group ") ? fields[4] : nil
            options[fields[0], default: []].append((spec, group))
        }
        let nameServers = OptionSpec("n", "namesrvAddr", "", kind: String.kind)
        return options.mapValues { members in
            let groups = Set(members.compactMap(\.group)).sorted().map { group in
                Declaration.choice(
                    ChoiceSpec(options: members.filter { $0.group == group }.map(\.spec), isRequired: true))
            }
            return [.option(nameServers)] + members.filter { $0.group == nil }.map { .option($0.spec) } + groups
        }
    }

    private static func table(_ name: String) throws -> [[String]] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "tsv"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
