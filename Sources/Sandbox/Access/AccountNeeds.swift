internal import LooseJSON
internal import Remoting

/// What an account has to be permitted for a request, by topic or, for groups, by retry topic
/// (`PlainAccessValidator.parse` 4.9.8).
struct AccountNeeds {
    private var needs: [String: AccountPermission] = [:]

    /// Throws the refusal of a request that cannot be read.
    static func of(_ request: Frame) throws(Refusal) -> [String: AccountPermission] {
        var needs = AccountNeeds()
        if !request.fields.isEmpty { try needs.read(request) }
        return needs.needs
    }

    private mutating func group(_ name: String?) {
        if let name { needs[Frame.retryPrefix + name] = .subscribe }
    }

    private mutating func topic(_ name: String?) { if let name { needs[name] = .subscribe } }

    private mutating func send(to name: String?, as sender: String?) {
        guard let name else { return }
        if name.hasPrefix(Frame.retryPrefix) { group(sender) } else { needs[name] = .publish }
    }

    private mutating func read(_ request: Frame) throws(Refusal) {
        let fields = request.fields
        switch request.code {
        case 10: send(to: fields["topic"], as: fields["group"])
        case 310: send(to: fields["b"], as: fields["a"])
        case 36: group(fields["group"])
        case 11:
            topic(fields["topic"])
            group(fields["consumerGroup"])
        case 12: topic(fields["topic"])
        case 34:
            for reading in try Self.subscriptions(of: request) {
                group(reading.group)
                for name in reading.topics { topic(name) }
            }
        case 35:
            try Self.require(["clientID"], in: request)
            group(fields["consumerGroup"])
        case 38:
            try Self.require(["consumerGroup"], in: request)
            group(fields["consumerGroup"])
        case 15:
            try Self.require(["consumerGroup", "topic", "queueId", "commitOffset"], in: request)
            group(fields["consumerGroup"])
            topic(fields["topic"])
        default: break
        }
    }

    private static func subscriptions(of request: Frame) throws(Refusal) -> [Reading] {
        do throws(JSONError) { return try request.subscriptions() } catch { throw unread("\(error)") }
    }

    private static func require(_ names: [String], in request: Frame) throws(Refusal) {
        guard let name = names.first(where: { request.fields[$0] == nil }) else { return }
        throw unread("the custom field <\(name)> is null")
    }

    private static func unread(_ reason: String) -> Refusal {
        .acl(reason, in: "PlainAccessValidator", method: "parse", line: 134)
    }
}
