import AdminClient
import AdminProtocol
import CommandKit

/// How `updateTopic` changes a topic: what the command line gives, on top of what the broker has.
extension UpdateTopic {
    func update(
        on broker: PeerAddress, _ edits: AttributeEdits?, _ session: Session, _ rehearsal: Rehearsal
    ) async throws -> UpdatedTopic {
        var config = TopicConfig(topicName: topic.text)
        if !javaDefaults, let existing = try await session.admin.topicConfig(of: topic.text, on: broker) {
            let kept = keptValues(of: existing, instead: config)
            config = existing
            apply(to: &config)
            let differences = Differences(from: existing.values, to: config.values)
            if edits == nil || !differences.texts.isEmpty || !kept.isEmpty {
                session.notify("\(broker): \(differences.note(keeping: kept))")
            }
        } else {
            apply(to: &config)
        }
        let request = UpdateAndCreateTopic(config, attributes: edits?.wire)
        try await rehearsal.send(request, to: broker, through: session.admin)
        return UpdatedTopic(broker: broker.description, config: config)
    }

    private func apply(to config: inout TopicConfig) {
        if let readQueues { config.readQueueNums = readQueues }
        if let writeQueues { config.writeQueueNums = writeQueues }
        if let perm { config.perm = perm.permission }
        if let order { config.order = order }
        var flags = TopicSystemFlags(rawValue: config.topicSysFlag)
        if let unit { if unit { flags.insert(.unit) } else { flags.remove(.unit) } }
        if let hasUnitSub {
            if hasUnitSub { flags.insert(.hasUnitSubscription) } else { flags.remove(.hasUnitSubscription) }
        }
        config.topicSysFlag = flags.rawValue
    }

    /// What Java would have reset.
    private func keptValues(of existing: TopicConfig, instead defaults: TopicConfig) -> [String] {
        var kept: [String] = []
        func note<Value: Equatable>(_ name: String, _ given: Bool, _ path: (TopicConfig) -> Value) {
            if !given, path(existing) != path(defaults) { kept.append("\(name)=\(path(existing))") }
        }
        note("readQueueNums", readQueues != nil) { $0.readQueueNums }
        note("writeQueueNums", writeQueues != nil) { $0.writeQueueNums }
        note("perm", perm != nil) { $0.perm.rawValue }
        note("order", order != nil) { $0.order }
        note("topicSysFlag", unit != nil || hasUnitSub != nil) { $0.topicSysFlag }
        return kept
    }

    /// Writes the queue counts of an ordered topic to the name servers, and says so in Java's words.
    func storeOrder(of rows: [UpdatedTopic], in session: Session) async throws
        -> (before: [String], after: [String])
    {
        guard order == true else { return ([], []) }
        let info = try await session.admin.clusterInfo()
        let stored = try await OrderConfig(topic: topic.text, rows: rows, info: info).store(
            replacing: !isOneBroker, through: session.admin)
        let text = "orderConf. isOrder=true, orderConf=[\(stored)]"
        return isOneBroker ? (["set broker \(text)"], []) : ([], ["set cluster \(text)"])
    }

    private var isOneBroker: Bool { if case .broker = target { true } else { false } }
}

extension TopicConfig {
    /// What an update can change, by the names of the wire.
    fileprivate var values: [(name: String, text: String?)] {
        [
            ("readQueueNums", "\(readQueueNums)"), ("writeQueueNums", "\(writeQueueNums)"),
            ("perm", "\(perm.rawValue)"),
            ("order", "\(order)"), ("topicSysFlag", "\(topicSysFlag)"),
        ]
    }
}
