public import AdminProtocol
internal import LooseJSON

extension Admin {
    /// A group's configuration on one broker, or nil when the broker has none.
    ///
    /// All groups are asked for, because a broker creates the one that `GET_SUBSCRIPTIONGROUP_CONFIG` names. A broker that
    /// does not know the request is taken to have none, as for a tool that cannot ask.
    public func groupConfig(of group: String, on broker: PeerAddress) async throws -> SubscriptionGroupConfig? {
        do {
            return try await send(GetAllSubscriptionGroupConfig(), to: broker).subscriptionGroupTable[group]
        } catch let error as BrokerError where error.code == .requestCodeNotSupported {
            return nil
        }
    }

    /// Writes the configurations of groups to one broker: at once, or one by one to a broker before 5.3.
    public func store(_ configs: [SubscriptionGroupConfig], on broker: PeerAddress) async throws {
        do {
            _ = try await send(UpdateAndCreateSubscriptionGroupList(configs), to: broker)
        } catch let error as BrokerError where error.code == .requestCodeNotSupported {
            for config in configs { _ = try await send(UpdateAndCreateSubscriptionGroup(config: config), to: broker) }
        }
    }
}
