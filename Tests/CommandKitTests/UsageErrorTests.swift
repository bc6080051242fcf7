import CommandKit
import Testing

@Suite struct UsageErrorTests {
    @Test(arguments: [
        ("sampleLits -b x", "unknown command 'sampleLits'; did you mean 'sampleList'?"),
        ("zzz", "unknown command 'zzz'"),
        ("sampleList -b x --retires 3", "unknown option '--retires'; did you mean '--retries'?"),
        ("sampleList -b x --JSON", "unknown option '--JSON'; did you mean '--json'?"),
        ("sampleList -b x -r many", "invalid value 'many' for -r: expected a whole number"),
        ("sampleList -b x -o maybe", "invalid value 'maybe' for -o: expected true or false"),
        (
            "sampleList -b x --timeout 3parsecs",
            "invalid value '3parsecs' for --timeout: expected a duration such as 500ms, 2s, 1m or 1h "
                + "(a bare number is milliseconds)"
        ),
        ("sampleList -b x --output xml", "invalid value 'xml' for --output: expected text, json, jsonl, yaml or csv"),
        ("sampleList -b x -c y", "-c cannot be given together with -b"),
        ("sampleList", "missing one of -b <text> | -c <text>"),
        ("sampleList -b", "option -b, --brokerAddr <text> needs a value"),
        ("sampleList -b x y z", "unexpected words 'y' and 'z'"),
        ("sampleSend -f x", "missing -t, --topic <topic>"),
        ("sampleSend -t \"\"", "invalid value '' for -t: a topic has a name"),
    ]) func `an error says in one line what is wrong and what may be meant`(line: String, message: String) throws {
        let arguments = Example(line, "").words
        let error = #expect(throws: UsageError.self) { try samples.parse(arguments) }
        #expect(error?.description == message)
    }

    @Test func `an error knows the command it is about, and escapes what it quotes`() {
        let error = #expect(throws: UsageError.self) { try samples.parse(["sampleList", "-b", "x", "\u{1b}[2J\n"]) }
        #expect(error?.command == "sampleList")
        #expect(error?.description == "unexpected word '\\x1b[2J\\n'")
    }
}
