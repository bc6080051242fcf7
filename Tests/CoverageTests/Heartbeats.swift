import AdminProtocol
import LooseJSON
import Remoting

/// The heartbeats of clients that a broker's answer tells of.
enum Heartbeats {
    static func of(_ exchange: Exchange, _ group: String) -> [Frame] {
        let json = exchange.json
        let subscriptions = json["subscriptionTable"]?.members?.map(\.value) ?? []
        switch exchange.code {
        case 203:
            return (json["connectionSet"]?.array ?? []).map {
                frame($0, consumer: consumer(group, of: json, subscriptions))
            }
        case 38:
            return (json["consumerIdList"]?.array ?? []).map {
                frame(["clientId": $0], consumer: consumer(group, of: json, []))
            }
        case 307:
            let client: JSON = ["clientId": .string(exchange.asked("clientId"))]
            return [frame(client, consumer: consumer(group, of: json, []))]
        case 321:
            guard let subscription = json["subscriptionData"], !subscription.isNull else { return [] }
            return [frame(["clientId": "c"], consumer: consumer(group, of: json, [subscription]))]
        case 11:
            let subscription: JSON = [
                "topic": .string(exchange.asked("topic")), "subString": "*", "subVersion": 0, "tagsSet": [],
                "codeSet": [],
                "expressionType": "TAG", "classFilterMode": false,
            ]
            return [frame(["clientId": "c"], consumer: consumer(group, of: json, [subscription]))]
        default: return producers(exchange, group)
        }
    }

    private static func producers(_ exchange: Exchange, _ group: String) -> [Frame] {
        let json = exchange.json
        if exchange.code == 204 { return (json["connectionSet"]?.array ?? []).map { frame($0, producer: group) } }
        return (json["data"]?.members ?? []).flatMap { member in
            (member.value.array ?? []).map { frame($0, producer: member.key.string ?? "") }
        }
    }

    /// Of one client with one group.
    static func consumer(_ client: String, of group: String) -> Frame {
        frame(["clientId": .string(client)], consumer: consumer(group, of: .null, []))
    }

    private static func consumer(_ group: String, of json: JSON, _ subscriptions: [JSON]) -> JSON {
        [
            "groupName": .string(group), "consumeType": json["consumeType"] ?? "CONSUME_PASSIVELY",
            "messageModel": json["messageModel"] ?? "CLUSTERING",
            "consumeFromWhere": json["consumeFromWhere"] ?? "CONSUME_FROM_LAST_OFFSET",
            "subscriptionDataSet": .array(subscriptions),
        ]
    }

    /// A client as a list of connections describes it.
    private static func frame(_ client: JSON, consumer: JSON? = nil, producer: String? = nil) -> Frame {
        var frame = Frame(code: 34, opaque: 1)
        let body: JSON = [
            "clientID": client["clientId"] ?? "",
            "consumerDataSet": .array(consumer.map { [$0] } ?? []),
            "producerDataSet": .array(producer.map { [["groupName": .string($0)]] } ?? []),
        ]
        frame.body = Array(body.description.utf8)
        frame.version = client["version"]?.int ?? Frame.ownVersion
        frame.language = Language.allCases.first { $0.name == client["language"]?.string } ?? .java
        return frame
    }
}
