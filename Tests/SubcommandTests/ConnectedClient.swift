import AdminClient
import AdminProtocol
import EventLoop
import LooseJSON
import Remoting
import Testing

@testable import Sandbox

/// A client of a group as brokers know it: it is connected to one, has sent a heartbeat, and answers what the broker asks.
struct ConnectedClient: Sendable {
    /// What a client answers to a request code; nil hangs up instead.
    typealias Answers = @Sendable (Frame) throws -> Frame?

    var id = "10.0.0.1@4711"
    var group = "G"
    var topic = "TopicTest"
    /// Of the subscription.
    var tags = "*"
    var consumeType = "CONSUME_PASSIVELY"
    var messageModel = "CLUSTERING"
    var producerGroup = "PG"
    var version = Frame.ownVersion
    var answers: Answers = { ClientAnswers.standard($0) }

    /// Connects to the first broker for as long as `body` runs.
    func connected(to bench: Bench, _ body: @escaping @Sendable () async throws -> Void) async throws {
        let broker = try #require(PeerAddress(bench.broker))
        let loop = bench.admin.loop
        let known = Ticket<Void>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await converse(with: broker, on: loop, known) }
            defer { group.cancelAll() }
            try await loop.value(of: known, until: .after(.seconds(30)))
            try await body()
        }
    }

    private func converse(with broker: PeerAddress, on loop: EventLoop, _ known: Ticket<Void>) async throws {
        let socket = try await Socket.connect(
            host: broker.host, port: broker.port, on: loop, until: .after(.seconds(5)))
        var frame = try HeartBeat(data: heartbeat()).frame(opaque: 1)
        frame.version = version
        try await socket.write(frame.encoded(), until: .after(.seconds(5)))
        var decoder = FrameDecoder()
        while true {
            decoder.append(try await socket.read(until: .never))
            while let request = try decoder.next() {
                if request.kind == .response {
                    known.redeem(.success(()))
                    continue
                }
                // Only says that the group has another client.
                if request.kind == .oneway, request.code == 40 { continue }
                guard var answer = try answers(request) else { return }
                (answer.kind, answer.opaque) = (.response, request.opaque)
                try await socket.write(answer.encoded(), until: .never)
            }
        }
    }

    private func heartbeat() throws -> HeartbeatData {
        let subscription = #"{"topic":"\#(topic)","subString":"\#(tags)","subVersion":1,"tagsSet":[]}"#
        let text = """
            {"clientID":"\(id)","consumerDataSet":[{"groupName":"\(group)","consumeType":"\(consumeType)",\
            "messageModel":"\(messageModel)","consumeFromWhere":"CONSUME_FROM_FIRST_OFFSET",\
            "subscriptionDataSet":[\(subscription)]}],"producerDataSet":[{"groupName":"\(producerGroup)"}]}
            """
        return try HeartbeatData(body: Array(text.utf8))
    }
}

/// What clients of Java answer.
enum ClientAnswers {
    static func standard(_ request: Frame) -> Frame? {
        switch request.code {
        case 307: body(runningInfo())
        case 309:
            body(#"{"order":false,"autoCommit":true,"consumeResult":"CR_SUCCESS","remark":null,"spentTimeMills":3}"#)
        case 221:
            body(#"{"messageQueueTable":{{"topic":"TopicTest","brokerName":"broker-a","queueId":2}:17}}"#)
        default: Frame(code: 1, opaque: 0)
        }
    }

    static func body(_ text: String) -> Frame {
        var frame = Frame(code: 0, opaque: 0)
        frame.body = Array(text.utf8)
        return frame
    }

    /// A client with one queue, which it does not get on with when `cached` messages wait in it.
    static func runningInfo(type: String = "CONSUME_PASSIVELY", tags: String = "*", cached: Int = 0) -> String {
        """
        {"jstack":"main\\n  at a.b.C","mqTable":{{"topic":"TopicTest","brokerName":"broker-a","queueId":2}:\
        {"commitOffset":17,"cachedMsgCount":\(cached),"lastConsumeTimestamp":1000,"lastPullTimestamp":2000}},\
        "properties":{"PROP_CONSUME_TYPE":"\(type)","PROP_CONSUMER_START_TIMESTAMP":"1000",\
        "PROP_CONSUMEORDERLY":"false"},"statusTable":{"TopicTest":{"pullRT":1.5,"pullTPS":2.0,"consumeRT":3.0,\
        "consumeOKTPS":4.0,"consumeFailedTPS":0.0,"consumeFailedMsgs":0}},\
        "subscriptionSet":[{"topic":"TopicTest","subString":"\(tags)","subVersion":1}]}
        """
    }
}
