import Testing

@testable import Shell

/// The words of each command, with `$A` worth `a b` and no other variable set.
private func commands(_ text: String) throws -> [[String]] {
    try Lexer.statements(of: text).map { statement in
        guard case .command(let words) = statement.action else { return ["!"] }
        return words.compactMap { $0.expanded { $0 == "A" ? "a b" : nil } }
    }
}

private func problem(_ text: String) -> SyntaxError? {
    do throws(SyntaxError) {
        _ = try Lexer.statements(of: text)
        return nil
    } catch { return error }
}

@Suite struct LexerTests {
    @Test(arguments: [
        ("topicRoute -t T", [["topicRoute", "-t", "T"]]),
        ("  a\tb  ", [["a", "b"]]),
        ("a; b;;c\nd", [["a"], ["b"], ["c"], ["d"]]),
        ("a # b; c\nd #", [["a"], ["d"]]),
        ("a#b %RETRY%g *.x [1]", [["a#b", "%RETRY%g", "*.x", "[1]"]]),
        (#"'a b' "c d" e\ f"#, [["a b", "c d", "e f"]]),
        (#"a'b'"c"\d"#, [["abcd"]]),
        (#"'a\n$A' "\$A \" \\ \n" "#, [[#"a\n$A"#, #"$A " \ \n"#]]),
        ("'' \"\"", [["", ""]]),
        ("'a\nb'", [["a\nb"]]),
        ("a \\\n b\\\nc", [["a", "bc"]]),
        ("$A \"$A\" ${A}x x$B $B \"$B\" $ a$", [["a b", "a b", "a bx", "x", "", "$", "a$"]]),
        ("-n 'h:1;i:2' 主题", [["-n", "h:1;i:2", "主题"]]),
        ("", []), (" ; \n # nothing", []),
    ]) func `splits into words as a POSIX shell does`(text: String, expected: [[String]]) throws {
        #expect(try commands(text) == expected)
    }

    @Test func `variables are put in when the turn of their command comes`() throws {
        let statements = try Lexer.statements(of: "a $?")
        #expect(statements[0].action == .command([Word(pieces: [.text("a")]), Word(pieces: [.variable("?")])]))
    }

    @Test func `a tilde before a slash is the home folder`() throws {
        let word = Word(pieces: [.variable("HOME"), .text("/x")])
        #expect(try Lexer.statements(of: "~/x a~ '~/x'")[0].action != .command([word]))
        guard case .command(let words) = try Lexer.statements(of: "~/x a~")[0].action else { return }
        #expect(words == [word, Word(pieces: [.text("a~")])])
    }

    @Test func `output goes to the terminal, a file or a program`() throws {
        let statements = try Lexer.statements(of: "a > f x; b >>g; c | jq '.a; .b' | sort # all\n! ls; pwd\nd")
        let file = { Word(pieces: [.text($0)]) }
        #expect(
            statements.map(\.output) == [
                .file(file("f"), appends: false), .file(file("g"), appends: true), .program("jq '.a; .b' | sort"),
                .terminal, .terminal,
            ])
        #expect(statements[0].action == .command([file("a"), file("x")]))
        #expect(statements[3].action == .program("ls; pwd"))
    }

    @Test func `a program may hold what would end the statement`() throws {
        let statements = try Lexer.statements(of: #"a | (b; c) | d\;e; f"#)
        #expect(statements.map(\.output) == [.program(#"(b; c) | d\;e"#), .terminal])
    }

    @Test func `statements know their lines`() throws {
        let statements = try Lexer.statements(of: "a\n\n# x\nb 'c\nd'; e\nf", line: 10)
        #expect(statements.map(\.line) == [10, 13, 14, 15])
    }

    @Test(arguments: ["a & b", "a && b", "a < f", "a (b)", "a `b`", "a \"`b`\"", "a $(b)", "${x", "${}"])
    func `what a POSIX shell would do more with is refused`(text: String) {
        #expect(problem(text).map { !$0.isIncomplete && !$0.description.isEmpty } == true)
    }

    @Test(arguments: ["a | ", "| b", "a || b", "> f", "a >", "a > ;", "a > f > g", "a > f | b", "!", "a 2> f"])
    func `a place for output that is not whole is an error`(text: String) { #expect(problem(text) != nil) }

    @Test(arguments: ["a 'b", "a \"b", "a \\", "a \\\n", "a\\\n", "a | b 'c"])
    func `an open quote or a backslash at the end asks for more lines`(text: String) {
        #expect(problem(text)?.isIncomplete == true)
    }

    @Test func `every beginning of a line is read without harm`() {
        let text = Array(#"a 'b' "c $A \" d" ${A}e \f | g '(h' ; i >> j # k"# + "\n! l\n")
        for count in text.indices { _ = problem(String(text[..<count])) }
        #expect(problem(String(text))?.isIncomplete != true)
    }
}
