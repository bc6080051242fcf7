import AdminProtocol
import EventLoop
import Foundation
import LooseJSON
import Remoting
import Testing

@testable import Sandbox

/// Requests of which there is no recording: what is expected was read in Java's sources.
@Suite struct UnrecordedTests {
    /// What is tested here, in the order of the codes.
    static let covered: [(code: Int, generation: Generation)] = [
        (29, .v5), (33, .v5), (207, .v5), (309, .v4), (309, .v5), (354, .v5), (355, .v5), (902, .v5), (903, .v5),
    ]

    @Test func `requests 29, 33 and 207 on 5_3_3`() throws {
        try Asking.with(.v5) { asking async throws in
            let place = try await asking.sandbox.storeText("hello")
            let search = ["topic": "TopicTest", "queueId": "0", "timestamp": "0"]
            #expect(try await asking.differences(29, search, from: asking.expected(fields: ["offset": "0"])) == [])
            let found = try #require(try await asking.answer(33, ["offset": "\(place)"]))
            #expect(found.code == 0 && found.fields.isEmpty)
            #expect(try MessageReader.messages(in: found.body).map(\.body) == [Array("hello".utf8)])
            let missing = asking.expected(1, remark: "can not find message by the offset, 77")
            #expect(try await asking.differences(33, ["offset": "77"], from: missing) == [])
            #expect(try await asking.differences(207, ["groupName": "G"], from: asking.expected()) == [])
        }
    }

    /// `AdminBrokerProcessor.consumeMessageDirectly`: the client's answer, as it is.
    @Test(arguments: Generation.allCases)
    func `request 309 hands a message to a client and its answer back`(_ generation: Generation) throws {
        try Asking.with(generation) { asking async throws in
            let place = try await asking.sandbox.storeText("hello")
            let client = try await Line(to: asking.sandbox.brokers[0].address, on: asking.sandbox.loop)
            try await client.send(Heartbeats.consumer("c", of: "G"))
            _ = try await client.answer(to: 1)
            let id = MessageID(address: await asking.sandbox.firstHost, offset: place)
            var request = Frame(code: 309, opaque: 9)
            request.fields = ["consumerGroup": "G", "clientId": "c", "msgId": "\(id)", "brokerName": "broker-a"]
            try await asking.broker.send(request)
            let relayed = try await client.request()
            #expect(relayed.code == 309 && relayed.version == generation.version.rawValue)
            #expect(try MessageReader.messages(in: relayed.body).map(\.body) == [Array("hello".utf8)])
            let body = #"{"autoCommit":true,"consumeResult":"CR_SUCCESS","order":false,"spentTimeMills":1}"#
            var answer = asking.expected(body: body)
            answer.opaque = relayed.opaque
            try await client.send(answer)
            let actual = try #require(try await asking.broker.answer(to: 9))
            #expect(Comparison(of: actual, with: asking.expected(body: body), code: 309).differences == [])
        }
    }

    @Test func `requests 354 and 355 on 5_3_3`() throws {
        try Asking.with(.v5) { asking async throws in
            // The comparison has only begun.
            let began = asking.expected(body: #"{"checkStatus":2}"#)
            let check = ["topic": "TopicTest", "checkStoreTime": "0"]
            #expect(try await asking.differences(354, check, from: began) == [])
            let done = asking.expected(remark: "export done.")
            #expect(try await asking.differences(355, ["configType": "topics"], from: done) == [])
        }
    }

    /// `BrokerContainerProcessor`: no fields, no body, and what it does not know it does not answer.
    @Test func `requests 902 and 903 on 5_3_3`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "broker-\(UUID()).conf")
        try "brokerClusterName=DefaultCluster\nbrokerName=broker-z\nlistenPort=0\n".write(
            to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        try Asking.with(.v5, container: true) { asking async throws in
            let address = try #require(asking.sandbox.containerAddress)
            let container = try await Line(to: address, on: asking.sandbox.loop)
            let added = try await asking.differences(
                902, ["configPath": file.path], from: asking.expected(), by: container)
            #expect(added == [])
            let none = asking.expected(1, remark: "addBroker config path is empty")
            #expect(try await asking.differences(902, ["configPath": ""], from: none, by: container) == [])
            let broker = ["brokerName": "broker-z", "brokerClusterName": "DefaultCluster", "brokerId": "0"]
            try await container.send(Frame(code: 28, opaque: 28))
            #expect(try await asking.differences(903, broker, from: asking.expected(), by: container) == [])
        }
    }
}

extension Sandbox {
    fileprivate var firstHost: HostAddress { broker(0).host }

    /// Stores a message in TopicTest; returns its place in the log.
    fileprivate func storeText(_ text: String) throws -> Int {
        let broker = broker(0)
        var message = StoredMessage(
            topic: "TopicTest", queueId: 0, queueOffset: 0, commitLogOffset: 0, bornTimestamp: 0, bornHost: broker.host,
            storeTimestamp: 0, storeHost: broker.host, body: Array(text.utf8), properties: MessageProperties())
        try broker.store.append(&message)
        return message.commitLogOffset
    }
}
