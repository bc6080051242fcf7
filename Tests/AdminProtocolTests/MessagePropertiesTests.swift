import AdminProtocol
import Testing

@Suite struct MessagePropertiesTests {
    @Test func `pairs keep the order of the wire`() {
        let properties = MessageProperties(wire: "b\u{1}2\u{2}a\u{1}1\u{2}c\u{1}")
        #expect(properties.pairs.map(\.name) == ["b", "a", "c"])
        #expect(properties.pairs.map(\.value) == ["2", "1", ""])
        #expect(properties.description == "{b=2, a=1, c=}")
    }

    @Test(arguments: ["", "a\u{1}1", "a\u{1}1\u{2}", "a\u{1}1\u{2}b\u{1}", "KEYS\u{1}ключ 鍵\u{2}TAGS\u{1}🏷\u{2}"])
    func `text that is read is written again as it was`(_ wire: String) {
        #expect(MessageProperties(wire: wire).wire == wire)
    }

    @Test func `a separator at the end makes no difference`() {
        #expect(MessageProperties(wire: "a\u{1}1") == MessageProperties(wire: "a\u{1}1\u{2}"))
        #expect(MessageProperties(wire: "a\u{1}1") != MessageProperties(wire: "a\u{1}2"))
        #expect(MessageProperties(wire: "a\u{1}1") != MessageProperties(wire: "a\u{1}1\u{2}b\u{1}1"))
    }

    @Test func `pieces without a value are left out`() {
        #expect(MessageProperties(wire: "lonely\u{2}a\u{1}1\u{2}\u{2}").pairs.map(\.name) == ["a"])
    }

    @Test func `a value may hold the separator of names`() {
        #expect(MessageProperties(wire: "a\u{1}1\u{1}2")["a"] == "1\u{1}2")
    }

    @Test func `a property is found, changed, added and dropped`() {
        var properties = MessageProperties([("a", "1"), ("b", "2")])
        #expect(properties["a"] == "1" && properties["z"] == nil)
        properties["a"] = "3"
        properties["c"] = "4"
        properties["b"] = nil
        properties["none"] = nil
        #expect(properties.wire == "a\u{1}3\u{2}c\u{1}4")
    }
}
