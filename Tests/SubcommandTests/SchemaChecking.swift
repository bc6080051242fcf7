import CommandKit
import SchemaSupport
import Subcommands
import Testing

/// Checks that JSON is what the command's declaration promises.
func expectValid(_ text: String, for entry: Entry<Session>) throws {
    let problems = try schemaProblems(text, for: entry)
    #expect(problems.isEmpty, "\(entry.about.name): \(problems.joined(separator: "; "))")
}
