import CommandKit
import EventLoop
import Testing

@testable import Shell

private func offers(_ text: String) -> Completer.Offers {
    Completer(names: LiveNames(on: EventLoop()), contexts: ContextSwitch(names: { ["prod", "test"] }), edition: .v5)
        .offers(for: text)
}

@Suite struct CompletionTests {
    @Test(arguments: [
        ("topicro", ["topicRoute"]), ("TOPICRO", ["topicRoute"]), ("mqadmin topicro", ["topicRoute"]),
        ("watch 2s topicro", ["topicRoute"]), ("time repeat 3 topicro", ["topicRoute"]),
        ("version; topicro", ["topicRoute"]), ("watc", ["watch"]), ("help updatetopicl", ["updateTopicList"]),
        ("use p", ["prod"]), ("set out", ["output"]), ("set output j", ["json", "jsonl"]),
        ("topicList --output=y", ["yaml"]), ("topicList --output y", ["yaml"]), ("last --output c", ["csv"]),
        ("! topicro", []), ("a | topicro", []), ("# topicro", []), ("nope -", []),
    ]) func `offers what fits, ignoring case`(text: String, expected: [String]) {
        #expect(offers(text).words == expected)
    }

    @Test func `an option that was given, and what it excludes, is not offered again`() {
        #expect(Set(offers("updateTopic --").words).isSuperset(of: ["--topic", "--clusterName", "--brokerAddr"]))
        let rest = offers("updateTopic -t T -c C --").words
        #expect(!rest.contains("--topic") && !rest.contains("--clusterName") && !rest.contains("--brokerAddr"))
        #expect(rest.contains("--perm"))
    }

    @Test func `options stand where a command takes no words`() {
        #expect(offers("topicRoute ").words.contains("--topic"))
        #expect(offers("topicRoute -l -t T ").words.contains("--list") == false)
    }

    @Test(arguments: [
        ("a 'b c", ["a"], "b c", 2), ("a \"b", ["a"], "b", 2), (#"a b\ c"#, ["a"], "b c", 2),
        ("a; b 主", ["b"], "主", 5), ("a ", ["a"], "", 2), ("a > b ", ["a"], "", 6),
    ]) func `finds the word at the cursor`(text: String, words: [String], typed: String, start: Int) {
        let line = PartialLine(text)
        #expect((line.words, line.typed, line.start) == (words, typed, start))
    }

    @Test func `a file comes after an arrow`() {
        #expect(PartialLine("a > b").place == .file)
        #expect(PartialLine("a >b").typed == "b")
        #expect(PartialLine("a > b -").place == .command)
    }

    @Test func `what is inserted is quoted where it has to be`() {
        func insertion(_ typed: String, _ words: [String]) -> Insertion? {
            Insertion(Completer.Offers(start: 0, typed: typed, words: words))
        }
        #expect(insertion("o", ["ORDERS"])?.text == "ORDERS ")
        #expect(insertion("o", ["Orders-1", "ORDERS-2"])?.text == "Orders-")
        #expect(insertion("orders-", ["Orders-1", "Orders-2"])?.list == ["Orders-1", "Orders-2"])
        #expect(insertion("a", ["a b'c"])?.text == #"'a b'\''c' "#)
        #expect(insertion("a", ["a b1", "a b2"])?.text == "'a b")
        #expect(insertion("+", ["+reserve.time="])?.text == "+reserve.time=")
        #expect(insertion("$", ["$(reboot)"])?.text == "'$(reboot)' ")
        #expect(insertion("x", []) == nil)
    }

    @Test(arguments: [
        ("createUser -u a -p geheim", true), ("createUser -u a -pgeheim", true),
        ("version; createUser -p x -u a", true),
        ("updateAclConfig -a k -s geheim", true), ("ROCKETMQ_ACL_SECRET_KEY=x", true), ("! curl -H password:x", true),
        ("updateBrokerConfig -k aclPassword -v x", true), ("createUser -u a --password 'x", true),
        ("topicRoute -t secretless", true), ("topicRoute -t T", false), ("sendMessage -t T -p hello", false),
        ("createUser -u a --password-file f", false),
    ]) func `a line that names a secret is known as such`(line: String, expected: Bool) {
        #expect(Interpreter.holdsSecret(line, in: .v5) == expected)
    }
}
