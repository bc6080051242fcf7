import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// How `updateSubGroup` changes a group: what the command line gives, on top of what the broker has.
extension UpdateSubGroup {
    func update(
        on broker: PeerAddress, _ edits: AttributeEdits?, _ session: Session, _ rehearsal: Rehearsal
    ) async throws -> UpdatedGroup {
        let existing = javaDefaults ? nil : try await session.admin.groupConfig(of: group.text, on: broker)
        var config = existing ?? defaults
        apply(to: &config)
        // A broker keeps the attributes that no edit names.
        config.attributes = Entries(edits?.edits.map { ($0.name, $0.value ?? "") } ?? [])
        if var existing {
            let kept = keptValues(of: existing, after: config)
            existing.attributes = config.attributes
            let differences = Differences(from: existing.fields(of: .v5), to: config.fields(of: .v5))
            session.notify("\(broker): \(differences.note(keeping: kept))")
        }
        let request = UpdateAndCreateSubscriptionGroup(config: config)
        try await rehearsal.send(request, to: broker, through: session.admin)
        return UpdatedGroup(broker: broker.description, config: config)
    }

    /// What the tool makes of a new group; the class would allow the broadcasting mode.
    private var defaults: SubscriptionGroupConfig {
        var config = SubscriptionGroupConfig(group.text)
        (config.consumeFromMinEnable, config.consumeBroadcastEnable) = (false, false)
        return config
    }

    private func apply(to config: inout SubscriptionGroupConfig) {
        if let consumeEnable { config.consumeEnable = consumeEnable }
        if let fromMinimum { config.consumeFromMinEnable = fromMinimum }
        if let broadcast { config.consumeBroadcastEnable = broadcast }
        if let orderly { config.consumeMessageOrderly = orderly }
        if let retryQueues { config.retryQueueNums = retryQueues }
        if let retries { config.retryMaxTimes = retries }
        if let retryPolicy { config.groupRetryPolicy = retryPolicy.policy }
        if let brokerId { config.brokerId = brokerId }
        if let slowBroker { config.whichBrokerWhenConsumeSlowly = slowBroker }
        if let notify { config.notifyConsumerIdsChangedEnable = notify }
    }

    /// What Java would have reset: values that no option gives and that are not the defaults.
    private func keptValues(of before: SubscriptionGroupConfig, after: SubscriptionGroupConfig) -> [String] {
        var reset = defaults
        apply(to: &reset)
        reset.attributes = after.attributes
        let texts = zip(after.fields(of: .v5), reset.fields(of: .v5))
        return texts.filter { $0.text != $1.text }.map { "\($0.0.name)=\($0.0.text ?? "")" }
    }
}

/// A group as it is on one broker after a change.
struct UpdatedGroup: TableRow {
    var broker: String
    var config: SubscriptionGroupConfig

    static let columns: [Column<Self>] =
        [Column(key: "broker") { $0.broker }] + SubscriptionGroupConfig.columns { $0.config }

    /// Each broker, then what it has; once where all have the same.
    static func table(_ rows: [Self], _ failures: [Failure], _ edition: Edition) -> Table<Self> {
        let configs = rows.map { $0.config.text(of: edition) }
        let unique = configs.enumerated().filter { !configs[..<$0.offset].contains($0.element) }.map(\.element)
        return Table(
            rows, layout: .lines(after: unique) { "create subscription group to \($0.broker) success." },
            failures: failures)
    }
}

/// A retry policy as JSON (`GroupRetryPolicy.java`).
struct RetryPolicy: ArgumentValue {
    static let kind = ValueKind("json", expects: "a retry policy such as {\"type\":\"EXPONENTIAL\"}")
    var policy: GroupRetryPolicy

    init(argument: String) throws(MalformedValue) {
        do { policy = try GroupRetryPolicy(json: JSON(parsing: Array(argument.utf8))) } catch {
            throw MalformedValue("\((error as? DecodingError)?.summary ?? "\(error)")")
        }
    }

    var argument: String? { (try? policy.json())?.description }
}
