import AdminProtocol
import CommandKit
import Testing

@testable import Subcommands

@Suite struct TopicDefinitionTests {
    private func topics(_ text: String) throws -> [TopicConfig] {
        try TopicDefinition.topics(in: Array(text.utf8), of: "topics.json")
    }

    @Test func `what is left out has the values of a new topic`() throws {
        let topic = try #require(try topics(#"[{"topicName": "T"}]"#).first)
        #expect(topic.readQueueNums == 16 && topic.writeQueueNums == 16 && topic.perm == [.read, .write])
        #expect(topic.topicFilterType == "SINGLE_TAG" && topic.topicSysFlag == 0 && !topic.order)
        #expect(topic.attributes == [:])
    }

    @Test func `what is given stays`() throws {
        let text = #"[{"topicName":"T","readQueueNums":3,"writeQueueNums":2,"perm":4,"order":true,"topicSysFlag":1}]"#
        let topic = try #require(try topics(text).first)
        #expect(topic.readQueueNums == 3 && topic.writeQueueNums == 2 && topic.perm == .read)
        #expect(topic.order && topic.topicSysFlag == 1)
    }

    @Test(arguments: ["", "[]", "{}", "[{}]", #"[{"topicName":""}]"#, "[1]"])
    func `a file without topics is refused`(_ text: String) {
        #expect(throws: UsageError.self) { try topics(text) }
    }

    @Test func `brokers before 5 dot 3 get attributes as edits`() throws {
        let text = #"[{"topicName":"T","attributes":{"+message.type":"FIFO","-old":""}}]"#
        let topic = try #require(try topics(text).first)
        #expect(TopicDefinition.edits(of: topic) == "+message.type=FIFO,-old")
    }
}
