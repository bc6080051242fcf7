internal import AdminProtocol
internal import LooseJSON

extension Broker {
    static let groupHandlers: [Handler<Broker>] = [
        .on(UpdateAndCreateSubscriptionGroup.self) { broker, request, _ in
            broker.put(request.config)
            return Empty()
        },
        .on(UpdateAndCreateSubscriptionGroupList.self) { broker, request, _ in
            for config in request.list.groupConfigList { broker.put(config) }
            return Empty()
        },
        .on(GetAllSubscriptionGroupConfig.self) { broker, _, _ in
            AllSubscriptionGroups(
                dataVersion: broker.groups.version, subscriptionGroupTable: broker.groups.configs)
        },
        .on(DeleteSubscriptionGroup.self) { broker, request, _ in
            broker.groups.remove(request.groupName)
            if request.cleanOffset == true { broker.offsets.remove(group: request.groupName) }
            return Empty()
        },
    ]

    /// Stores a group; its attributes are edits of those that it has.
    private func put(_ config: SubscriptionGroupConfig) {
        var config = config
        var attributes = groups[config.groupName]?.attributes ?? [:]
        for (edit, value) in config.attributes ?? [:] {
            let name = String(edit.dropFirst())
            if edit.hasPrefix("+") { attributes[name] = value } else { attributes[name] = nil }
        }
        config.attributes = attributes
        groups.put(config)
    }
}
