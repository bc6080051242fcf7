internal import AdminProtocol

extension Broker {
    /// Brings back what is kept, and keeps what changes from now on; with `all`, what the brokers of a name share, too.
    func restore(from settings: SettingsJournal, all: Bool) {
        if all {
            topics.restore(from: settings, besides: options.topics)
            groups.restore(from: settings)
            offsets.restore(from: settings)
            mappings.restore(from: settings)
        }
        accounts.restore(from: settings, keptName)
        users.restore(from: settings, keptName)
        configuration.restore(settings.value(.property, keptName, String.self) ?? "")
        if all {
            waiting.restore(from: settings)
            findTimedMessages()
        }
        groups.createsGroups = configuration.isOn("autoCreateSubscriptionGroup")
        for mode in settings.value(.mode, keptName, JSONList<MessageRequestModeSetting>.self)?.items ?? [] {
            requestModes[mode.topic, default: [:]][mode.consumerGroup] = mode
        }
        self.settings = settings
    }
}
