import Testing

@testable import CommandKit

@Suite struct ValueTests {
    @Test(arguments: [
        ("0", Duration.zero), ("3000", .seconds(3)), ("500ms", .milliseconds(500)), ("2s", .seconds(2)),
        ("1.5m", .seconds(90)), ("1h", .seconds(3_600)), (" 2s ", .seconds(2)),
    ]) func `durations are read`(text: String, duration: Duration) throws {
        #expect(try Duration(argument: text) == duration)
    }

    @Test(arguments: ["", "s", "-1s", "2 s", "1d", "1e3", "1.2.3s", "99999999999h", "٣s", "nan", "0x10"])
    func `what is not a duration is refused`(text: String) {
        #expect(throws: MalformedValue.self) { try Duration(argument: text) }
    }

    @Test func `numbers are read to their limits, with blanks around them`() throws {
        #expect(try Int64(argument: " -9223372036854775808 ") == .min)
        #expect(try Int(argument: "+5") == 5)
        #expect(throws: MalformedValue.self) { try Int64(argument: "9223372036854775808") }
        #expect(throws: MalformedValue.self) { try Int(argument: "") }
        #expect(try Double(argument: "0.1") == 0.1)
        #expect(throws: MalformedValue.self) { try Double(argument: "nan") }
    }

    @Test func `enumerations are found ignoring case`() throws {
        #expect(try Format(argument: "JSONL") == .jsonl)
        #expect(throws: MalformedValue.self) { try Format(argument: "json ,") }
    }

    @Test func `an option's default may be left out, a switch is off, an optional is absent`() throws {
        let command = try list(["-c", "DefaultCluster"])
        #expect(command.target == .cluster("DefaultCluster"))
        #expect(command.when == nil && !command.more && command.order == nil && command.retries == 3)
    }

    @Test func `what is given is what the properties hold`() throws {
        let command = try list(["-b", "h:1", "-a", "-mq", "-o", "FALSE", "-i2s", "-attributes=+a=b", "-r", "7", "-r8"])
        #expect(command.target == .broker("h:1"))
        #expect(command.when == .always)
        #expect(command.more && command.quiet && command.order == false)
        #expect(command.interval == .seconds(2))
        #expect(command.attributes == "+a=b")
        #expect(command.retries == 7, "the first value counts")
        #expect(try list(["-b", "x", "-s", "5"]).when == .since(5))
    }

    @Test func `words go to the properties that take them`() throws {
        let line = ParsedLine(words: ["once"], trailing: ["ls", "-l"])
        let command = try Binder.fill(from: line, edition: .v5, takesWords: true) { SampleRun() }
        #expect(command.how == "once" && command.command == ["ls", "-l"])
    }

    @Test func `an example's words are split as a shell would`() {
        let example = Example(#"-p 'a "b" c' -k "x\"y" -e a\ b '' ''c"#, "")
        #expect(example.words == ["-p", "a \"b\" c", "-k", "x\"y", "-e", "a b", "", "c"])
    }

    @Test func `an optional choice without arguments has the alternatives of its type`() throws {
        #expect(try ask("-b", "x:1").target == .broker("x:1"))
        #expect(try ask().target == nil)
        #expect(throws: UsageError.self) { try ask("-b", "x:1", "-c", "C") }
    }

    private func ask(_ arguments: String...) throws -> SampleQuestion {
        let declarations = Binder.declarations(in: .v5) { _ = SampleQuestion() }
        var parser = OptionParser(Vocabulary(declarations))
        try parser.parse(arguments)
        return try Binder.fill(from: parser.line, edition: .v5, takesWords: false) { SampleQuestion() }
    }

    private func list(_ arguments: [String]) throws -> SampleList {
        let declarations = Binder.declarations(in: .v5) { _ = SampleList() }
        var parser = OptionParser(Vocabulary(declarations))
        try parser.parse(arguments)
        return try Binder.fill(from: parser.line, edition: .v5, takesWords: true) { SampleList() }
    }
}

private struct SampleQuestion: Options {
    @Choice var target: SampleTarget?
}
