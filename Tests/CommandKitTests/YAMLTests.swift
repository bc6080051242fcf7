import LooseJSON
import Testing

@testable import CommandKit

@Suite struct YAMLTests {
    private func problem(_ text: String) -> YAMLError? {
        do throws(YAMLError) {
            _ = try YAMLNode(parsing: Array(text.utf8))
            return nil
        } catch { return error }
    }

    @Test func `mappings, lists and texts are read, with their lines`() throws {
        let node = try YAMLNode(parsing: Array("a: 1\nb:\n- x\n- 'y: z'\nc: {d: ~, e: \"\\u00e9\"}\n".utf8))
        guard case .mapping(let members) = node.value, members.count == 3 else {
            Issue.record("no mapping of three")
            return
        }
        #expect(members.map(\.key) == ["a", "b", "c"] && members.map(\.node.line) == [1, 3, 5])
        guard case .sequence(let items) = members[1].node.value, case .scalar("y: z") = items[1].value,
            case .mapping(let inner) = members[2].node.value, case .scalar("") = inner[0].node.value,
            case .scalar("é") = inner[1].node.value
        else {
            Issue.record("\(members)")
            return
        }
    }

    @Test(arguments: ["", "# nothing\n", "---\n", "\n\n"]) func `an empty document holds nothing`(_ text: String) throws
    {
        switch try YAMLNode(parsing: Array(text.utf8)).value {
        case .mapping(let members): #expect(members.isEmpty)
        case .scalar(let text): #expect(text.isEmpty)
        case .sequence: Issue.record("a list")
        }
    }

    @Test(arguments: [
        ("a: &x 1\nb: *x\n", 1), ("a: 1\nb: *x\n", 2), ("a: !!str 1\n", 1), ("a: 1\na: 2\n", 2), ("a: 1\n b: 2\n", 2),
        ("a: 1\n---\nb: 2\n", 2), ("? [a]\n: 1\n", 1), ("a: [1, 2\n", 2), ("a: \u{1}\n", 1), ("\t- a\n", 1),
        ("a: &x [a, a]\nb: &y [*x, *x]\n", 1),
    ]) func `what is no plain document is refused, with its line`(_ text: String, _ line: Int) {
        #expect(problem(text)?.line == line, "\(String(describing: problem(text)))")
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: YAMLError.self) { try YAMLNode(parsing: Array("a: ".utf8) + [0xff, 0xfe]) }
    }

    @Test func `depth, size and the number of values have limits`() {
        #expect(problem(String(repeating: "[", count: 1_000)) != nil)
        #expect(problem(String(repeating: "- a\n", count: 100_001)) != nil)
        #expect(problem("a: '" + String(repeating: "x", count: 1 << 20) + "'") != nil)
    }

    @Test func `cut anywhere, a document is read or refused`() {
        let text = Array(
            "current: a\ncontexts:\n  a: {namesrvAddr: 'h:1', \"timeout\": 5s}\n  b:\n    vip: [x, y]\n".utf8)
        for count in text.indices { _ = try? YAMLNode(parsing: Array(text[..<count])) }
        for index in text.indices {
            var changed = text
            changed[index] ^= 0x5b
            _ = try? YAMLNode(parsing: changed)
        }
    }

    @Test func `what is written is read again`() throws {
        let value: JSON = ["a": "true", "b": ["x\ny", "", "#", "null", "1e3"], "c": ["d": " e "]]
        let node = try YAMLNode(parsing: value.yaml())
        guard case .mapping(let members) = node.value, case .sequence(let items) = members[1].node.value else {
            Issue.record("\(node)")
            return
        }
        let texts = items.map { if case .scalar(let text) = $0.value { text } else { "?" } }
        #expect(texts == ["x\ny", "", "#", "null", "1e3"])
    }
}
