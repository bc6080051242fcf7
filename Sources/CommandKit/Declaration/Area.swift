/// The part of RocketMQ that a subcommand is about; help lists commands by it, in this order.
public enum Area: String, CaseIterable, Sendable {
    case topic, message, consumer, producer, offset, cluster, broker, nameServer, queue, stats, auth, acl
    case controller, highAvailability, container, export, tool

    /// The heading in help, written for somebody who has not seen RocketMQ before.
    public var title: String {
        switch self {
        case .topic: "Topics: the named streams that messages are sent to"
        case .message: "Messages: send them, find them, print them"
        case .consumer: "Consumers: the groups that read topics, and how far they are"
        case .producer: "Producers: who sends"
        case .offset: "Offsets: the position of a group in a topic"
        case .cluster: "Clusters: brokers that serve the same topics"
        case .broker: "Brokers: the servers that store messages"
        case .nameServer: "Name servers: they know which broker has which topic"
        case .queue: "Queues: the parts of a topic"
        case .stats: "Statistics"
        case .auth: "Users and permissions (RocketMQ 5)"
        case .acl: "Access control lists (RocketMQ 4)"
        case .controller: "Controllers: they choose which broker is the master"
        case .highAvailability: "Replication: masters and their slaves"
        case .container: "Broker containers"
        case .export: "Export: configuration, metadata and figures, to files"
        case .tool: "This tool"
        }
    }
}
