internal import AdminProtocol
internal import EventLoop

extension Broker {
    /// How long the answer to a change of a topic waits for the name servers to know it.
    private static let registrationLimit = Duration.seconds(6)

    /// Tells the name servers of a topic before the client hears of it, as real brokers do.
    func register(_ topic: TopicConfig, before call: Call) {
        call.answer(after: registration.announce(topic), until: .after(Self.registrationLimit))
    }

    /// Tells the name servers of all topics anew, because what clients may do with them has changed.
    func registerAllTopics(before call: Call) {
        topics.touch()
        let ticket = Ticket<Void>()
        registration.announceRole { ticket.redeem(.success(())) }
        call.answer(after: ticket, until: .after(Self.registrationLimit))
    }

    /// What this broker says of itself to name servers; of all its topics when `changed` is nil.
    func registrationRequest(changed: [TopicConfig]?) throws -> RegisterBroker {
        var table = changed.map { Dictionary($0.map { ($0.topicName, $0) }) { $1 } } ?? topics.configs
        if !permission.isSuperset(of: [.read, .write]) {
            for name in table.keys { table[name]?.perm.formIntersection(permission) }
        }
        var wrapper = TopicConfigWrapper(table, version: topics.version)
        wrapper.topicQueueMappingInfoMap = mappings.mappings.filter { table[$0.key] != nil }
            .mapValues { TopicQueueMappingInfo($0) }
        return RegisterBroker(
            brokerName: name, brokerAddr: address, clusterName: options.clusterName,
            haServerAddr: haAddress, brokerId: id, enableActingMaster: false,
            compressed: false, bodyCrc32: 0,
            body: try RegisterBrokerBody(topicConfigSerializeWrapper: wrapper).bodyBytes()
        ).form(of: options.serverVersion)
    }
}
