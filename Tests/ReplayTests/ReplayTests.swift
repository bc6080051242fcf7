import CommandKit
import RecordingSupport
import SchemaSupport
import Subcommands
import Testing

@Suite(.serialized) struct ReplayTests {
    @Test(arguments: RecordedRun.all) func `a recording is reproduced`(_ run: RecordedRun) throws {
        let outcome: ReplayOutcome
        do { outcome = try run.replay() } catch let error as UsageError {
            #expect(run.hasFailed, "\(error)")
            return
        }
        if run.hasFailed || run.isLenient && outcome.error != nil {
            #expect(
                outcome.error != nil || outcome.failures > 0, "it should have failed, but printed \(outcome.output)")
            return
        }
        let (expected, printed) = (try masked(run.recording.stdout, run), try masked(outcome.output, run))
        #expect(outcome.error == nil)
        if run.recording.loops != nil {
            #expect(zip(expected, printed).allSatisfy { $0 == $1 } && !printed.isEmpty)
        } else {
            #expect(printed.sorted() == expected.sorted())
            #expect(outcome.failures == 0)
            #expect(outcome.wrongFiles == [])
        }
    }

    @Test(arguments: RecordedRun.all) func `its JSON is what the schema promises`(_ run: RecordedRun) throws {
        let outcome: ReplayOutcome
        do { outcome = try run.replay(as: .json) } catch is UsageError { return }
        let entry = try catalog.entry(run.recording.argv[0])
        // What failed in mid-document has an end that is missing.
        guard outcome.error == nil else { return }
        #expect(try schemaProblems(outcome.output, for: entry) == [])
        #expect(run.recording.loops != nil || outcome.output.hasSuffix("\n}\n"))
    }

    @Test func `there are recordings of both editions`() {
        #expect(RecordedRun.all.contains { $0.edition == .v4 } && RecordedRun.all.contains { $0.edition == .v5 })
    }

    /// The lines, with what depends on the moment of the run, and on the order of Java's hash maps, made equal.
    private func masked(_ text: String, _ run: RecordedRun) throws -> [String] {
        // The original goes on to print how it is used after it has done what was asked for.
        var text = text.replacing(/usage: mqadmin (?s:.*)$/, with: "")
        text = text.replacing(/\](?=MessageTrack \[)/, with: "]\n")
        text = text.replacing(/\{([A-Za-z_+.0-9]+=[^{}\n]*)\}/) { match in
            "{" + match.1.split(separator: ", ").sorted().joined(separator: ", ") + "}"
        }
        text = text.replacing(try Regex(#" +\d+\.\d{2}(?= +-?[01]\.\d{4})"#), with: " <hours>")
        text = text.replacing(try Regex(#"\b\d{13}(?=/)"#), with: "<millis>")
        for mask in run.recording.masks ?? [] { text = text.replacing(try Regex(mask[0]), with: mask[1]) }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
        }
        // The original prints its help after it has done what it was asked for.
        if let help = lines.firstIndex(where: { $0.hasPrefix("usage: mqadmin") }) { lines.removeSubrange(help...) }
        while lines.last == "" { lines.removeLast() }
        return lines
    }
}
