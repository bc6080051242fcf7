import AdminProtocol
import Testing

@Suite struct JavaPropertiesTests {
    private func properties(_ text: String) -> [String] {
        JavaProperties(parsing: text).entries.map { "\($0.key)→\($0.value)" }
    }

    @Test func `keys and values are separated by an equals sign, a colon or blanks`() {
        #expect(properties("a=1\nb: 2\nc 3\nd = 4 \n e=") == ["a→1", "b→2", "c→3", "d→4 ", "e→"])
    }

    @Test func `only the first separator counts`() {
        #expect(properties("url=jdbc:x=y z") == ["url→jdbc:x=y z"])
    }

    @Test func `comments and empty lines are no properties`() {
        #expect(properties("# a\n ! b\n\n\r\nc=1#2\r\n") == ["c→1#2"])
    }

    @Test func `a backslash at the end of a line joins it with the next`() {
        #expect(properties("a=1,\\\n   2\nb=3\\\\\nc=4") == ["a→1,2", "b→3\\", "c→4"])
    }

    @Test func `escapes are undone`() {
        #expect(properties(#"a\=b=\t\u00e9\:x"#) == ["a=b→\té:x"])
    }

    @Test(arguments: [#"\"#, #"a=\"#, #"a=\u12"#, #"a=\u"#, "=", "=b"]) func `what is cut short ends no process`(
        _ text: String
    ) {
        #expect(JavaProperties(parsing: text).entries.count <= 1)
    }

    @Test func `the last value of a key holds`() { #expect(properties("a=1\nb=2\na=3") == ["a→3", "b→2"]) }
}
