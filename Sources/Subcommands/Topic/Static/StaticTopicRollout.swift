import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// Reads a static topic from brokers, and writes it to them.
struct StaticTopicRollout: Sendable {
    var admin: Admin
    var info: ClusterInfo
    /// Whether brokers take a mapping that contradicts theirs.
    var force = false

    /// What every registered broker knows of the topic.
    func state(of topic: String) async throws -> StaticTopicState {
        let groups = try info.groups(of: nil)
        let configs = await admin.gather(groups) { group -> TopicConfig? in
            guard let address = group.anyAddress.flatMap({ PeerAddress($0) }) else { return nil }
            return try await admin.topicConfig(of: topic, on: address)
        }
        var known: [String: TopicConfig] = [:]
        for (group, config) in zip(groups, configs) { known[group.brokerName] = try config.get() }
        return try StaticTopicState(topic: topic, configs: known)
    }

    /// Lets the other brokers of the same clusters know of the topic, without queues.
    func complete(_ state: inout StaticTopicState) throws {
        guard let (epoch, queues) = try state.agreement() else { return }
        for brokers in info.clusterAddrTable.values where brokers.contains(where: { state.shares[$0] != nil }) {
            for broker in brokers where state.shares[broker] == nil {
                state.shares[broker] = state.newShare(on: broker, epoch: epoch, queues: queues)
            }
        }
    }

    /// The masters of brokers; throws `NotFoundError` when one has none.
    func masters(of brokers: some Sequence<String>) throws -> [String: PeerAddress] {
        var masters: [String: PeerAddress] = [:]
        for broker in brokers {
            guard let address = info.brokerAddrTable[broker]?.masterAddress.flatMap({ PeerAddress($0) }) else {
                throw NotFoundError("broker '\(broker)' has no master at the moment: nothing was sent")
            }
            masters[broker] = address
        }
        return masters
    }

    /// Writes the topic to brokers, all at once; returns the failures of some, and throws when all failed.
    func write(_ state: StaticTopicState, to brokers: some Sequence<String>) async throws -> [Failure] {
        try await admin.outcomes(of: brokers.sorted()) { broker in
            guard let address = try masters(of: [broker])[broker], let share = state.shares[broker] else { return }
            let request = UpdateAndCreateStaticTopic(share.config, share.mapping, force: force)
            _ = try await admin.send(request, to: address)
        }.failures
    }

    /// Moves queues in five steps, each of which needs the one before it (`MQAdminUtils.remappingStaticTopic`).
    ///
    /// New leaders first learn of the queues, then old leaders stop taking messages, then it is decided where the new
    /// stretches begin, and new leaders are told; everybody else comes last. Throws a `StaticTopicError` when it stops
    /// half-way.
    func move(_ state: StaticTopicState, _ move: StaticTopicMove) async throws {
        var state = state
        _ = try masters(of: state.shares.keys)
        let others = Set(state.shares.keys).subtracting(move.mapIn.union(move.mapOut))
        if let failure = try await write(state, to: move.mapIn).first {
            throw stopped("telling new leaders", failure.message)
        }
        try await step("stopping old leaders", state, move.mapOut)
        for (broker, address) in try masters(of: move.mapOut).sorted(by: { $0.key < $1.key }) {
            let stats: TopicStatsTable
            do { stats = try await admin.send(GetTopicStatsInfo(topic: state.topic), to: address) } catch {
                throw stopped("asking where the queues of '\(broker)' end", "\(error)")
            }
            try state.placeNewStretches(leaving: broker, offsets: Dictionary(stats.offsetTable))
        }
        try await step("putting new leaders to work", state, move.mapIn)
        try await step("telling the other brokers", state, others)
    }

    private func step(_ deed: String, _ state: StaticTopicState, _ brokers: Set<String>) async throws {
        let failure: String?
        do { failure = try await write(state, to: brokers).first?.message } catch { failure = "\(error)" }
        if let failure { throw stopped(deed, failure) }
    }

    private func stopped(_ deed: String, _ reason: String) -> StaticTopicError {
        StaticTopicError("stopped while \(deed): \(reason)")
    }
}
