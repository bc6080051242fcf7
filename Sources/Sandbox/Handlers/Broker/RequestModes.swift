internal import AdminProtocol

extension Broker {
    static let requestModeHandlers: [Handler<Broker>] = [
        .on(SetMessageRequestMode.self) { broker, request, _ in
            let (topic, group) = (request.mode.topic, request.mode.consumerGroup)
            guard !topic.hasPrefix(TopicName.retryPrefix) else {
                throw Refusal(.noPermission, "retry topic is not allowed to set mode")
            }
            guard broker.topics[topic] != nil else { throw Refusal(.topicNotExist, "topic[\(topic)] not exist") }
            guard broker.groups.find(group) != nil else {
                throw Refusal(.subscriptionGroupNotExist, "subscription group does not exist")
            }
            broker.requestModes[topic, default: [:]][group] = request.mode
            return Empty()
        }
    ]
}
