import AdminProtocol
import CommandKit
import LooseJSON

/// A row that shows a stored message.
protocol MessageRow: TableRow {
    var message: StoredMessage { get }
    var body: MessageBody { get }
    var edition: Edition { get }
    /// Whether programs get the body too.
    var hasBody: Bool { get }
}

extension MessageRow {
    var hasBody: Bool { true }

    /// The values of a message, for programs.
    static var messageColumns: [Column<Self>] {
        [
            Column(key: "offsetMsgId") { $0.message.offsetID },
            Column(key: "msgId") { $0.message.uniqueKey ?? $0.message.offsetID },
            Column(key: "topic") { $0.message.topic },
            Column(key: "tags") { $0.message.tags },
            Column(key: "keys") { $0.message.keys },
            Column(key: "queueId") { $0.message.queueId },
            Column(key: "queueOffset") { $0.message.queueOffset },
            Column(key: "commitLogOffset") { $0.message.commitLogOffset },
            Column(key: "reconsumeTimes") { $0.message.reconsumeTimes },
            Column(key: "bornTimestamp") { $0.message.bornTimestamp },
            Column(key: "storeTimestamp") { $0.message.storeTimestamp },
            Column(key: "bornHost") { $0.message.bornHost.description },
            Column(key: "storeHost") { $0.message.storeHost.description },
            Column(key: "sysFlag") { $0.systemFlag },
            Column(key: "properties") { $0.message.properties.json },
            Column(key: "body") { $0.hasBody ? $0.body.text : nil },
            Column(key: "bodyBase64") { $0.hasBody && $0.body.text == nil ? $0.body.base64 : nil },
        ]
    }

    /// 5.x clears the bit of a body that it has opened; 4.9 does not.
    var systemFlag: Int {
        let flags = message.systemFlags.rawValue
        return edition == .v4 || !body.wasCompressed ? flags : flags & ~MessageSystemFlags.compressed.rawValue
    }
}

extension MessageProperties {
    var json: JSON { .object(pairs.map { .init(.string($0.name), .string($0.value)) }) }
}
