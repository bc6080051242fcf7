public import AdminProtocol

/// Which messages of a queue are wanted: those with certain tags, or those for which an SQL expression holds.
public struct MessageFilter: Sendable {
    /// How a broker reads the expression (`ExpressionType.java`).
    public enum Kind: String, Sendable, CaseIterable {
        case tag = "TAG"
        case sql = "SQL92"
    }

    public var kind: Kind
    public var expression: String
    /// The tags of a tag expression; empty for all messages.
    var tags: Set<String>

    /// `TagA || TagB`, or `*` for all messages (`FilterAPI.buildSubscriptionData`).
    public init(_ expression: String = "*", _ kind: Kind = .tag) {
        (self.expression, self.kind) = (expression, kind)
        let alternatives = expression.split(separator: "|").map { String($0.drop { $0 == " " }) }
        let names = alternatives.map { String($0.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
        tags = kind == .tag && expression != "*" ? Set(names) : []
    }

    /// Brokers compare hashes of tags, so that a message with another tag may come along.
    func lets(_ message: StoredMessage) -> Bool {
        tags.isEmpty || message.tags.map { tags.contains($0) } ?? false
    }
}

/// How messages are pulled.
public struct PullTerms: Sendable {
    /// Any group will do: nothing is committed, but a broker may want it to exist.
    public var group: String
    public var filter: MessageFilter
    /// The most messages of one request; brokers give 32 by default.
    public var batch: Int

    /// RocketMQ's group for tools.
    public static let toolsGroup = "TOOLS_CONSUMER"

    public init(group: String = toolsGroup, filter: MessageFilter = MessageFilter(), batch: Int = 32) {
        (self.group, self.filter, self.batch) = (group, filter, batch)
    }
}

extension Admin {
    /// Pulls messages of a queue, from an offset on.
    ///
    /// They get the properties that RocketMQ's clients give to pulled messages (`PullAPIWrapper.processPullResult`).
    public nonisolated func pull(
        _ queue: ReadableQueue, from offset: Int, atMost count: Int, _ terms: PullTerms
    ) async throws -> PullResult {
        let name = queue.queue
        let request = PullMessage(
            consumerGroup: terms.group, topic: name.topic, queueId: name.queueId, queueOffset: offset,
            maxMsgNums: count, sysFlag: .subscription, commitOffset: 0, suspendTimeoutMillis: 20_000,
            subscription: terms.filter.expression, subVersion: 0, expressionType: terms.filter.kind.rawValue,
            brokerName: name.brokerName)
        var result = try await send(request, to: queue.address)
        if !terms.filter.tags.isEmpty { result.messages.removeAll { !terms.filter.lets($0) } }
        let (first, end) = ("\(result.minOffset)", "\(result.maxOffset)")
        for index in result.messages.indices {
            result.messages[index].properties[MessageProperty.minOffset] = first
            result.messages[index].properties[MessageProperty.maxOffset] = end
            result.messages[index].queueId = name.queueId
        }
        return result
    }
}
