import AdminClient
import AdminProtocol
import Remoting

@testable import Sandbox

extension HeartBeat {
    /// A heartbeat of a consumer as the C++ client writes it, with numbers for enums.
    init(
        _ client: String, group: String = "G", topics: [String] = ["T"], producer: String = "PG",
        isBroadcasting: Bool = false
    ) throws {
        let subscriptions = topics.map { #"{"subString":"*","subVersion":"1795174091709","topic":"\#($0)"}"# }
        let text = """
            {"clientID":"\(client)","consumerDataSet":[{"consumeFromWhere":0,"consumeType":1,"groupName":"\(group)",
            "messageModel":\(isBroadcasting ? 0 : 1),"subscriptionDataSet":[\(subscriptions.joined(separator: ","))]}],
            "producerDataSet":[{"groupName":"\(producer)"}]}
            """
        self.init(data: try HeartbeatData(body: Array(text.utf8)))
    }
}

extension Sandbox {
    /// All messages of a queue on the first broker.
    func messages(in topic: String, queue: Int = 0) -> [StoredMessage] {
        let broker = broker(0)
        guard let table = broker.store.queue(QueueKey(topic: topic, queue: queue)) else { return [] }
        return (0..<table.maxOffset).compactMap { table.entry(at: $0) }.compactMap {
            broker.storedMessage(at: $0.offset)
        }
    }

    /// Changes a property of the first broker, as `updateBrokerConfig` does.
    func configure(_ name: String, _ value: String) { broker(0).configuration[name] = value }
}

extension Wire {
    /// Sends a request and reads its answer.
    func ask<R: Request>(_ request: R, opaque: Int32 = 1) async throws -> Frame {
        try await send(request.frame(opaque: opaque))
        while true {
            let frame = try await frame()
            if frame.kind == .response, frame.opaque == opaque { return frame }
            unread.append(frame)
        }
    }

    /// The next request of the server.
    func request() async throws -> Frame {
        if !unread.isEmpty { return unread.removeFirst() }
        return try await frame()
    }
}
