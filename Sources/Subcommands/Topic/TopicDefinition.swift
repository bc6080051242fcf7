import AdminProtocol
import CommandKit
import LooseJSON

/// A topic in a file: what is left out has the values of a new `TopicConfig` in Java.
struct TopicDefinition: Decodable {
    var topicName: String
    var readQueueNums: Int?
    var writeQueueNums: Int?
    var perm: Int?
    var topicFilterType: String?
    var topicSysFlag: Int?
    var order: Bool?
    var attributes: [String: String]?

    var config: TopicConfig {
        var config = TopicConfig(topicName: topicName, queues: 16)
        config.readQueueNums = readQueueNums ?? config.readQueueNums
        config.writeQueueNums = writeQueueNums ?? config.writeQueueNums
        if let perm { config.perm = Permission(rawValue: perm) }
        config.topicFilterType = topicFilterType ?? config.topicFilterType
        config.topicSysFlag = topicSysFlag ?? 0
        config.order = order ?? false
        config.attributes = attributes ?? [:]
        return config
    }

    /// The topics of a file; throws a `UsageError` when there are none, or what is there cannot be read.
    static func topics(in bytes: [UInt8], of path: String) throws -> [TopicConfig] {
        let definitions: [TopicDefinition]
        do { definitions = try [TopicDefinition](json: JSON(parsing: bytes)) } catch {
            let reason = (error as? DecodingError)?.summary ?? "\(error)"
            throw UsageError("\(path): \(reason)")
        }
        if definitions.isEmpty { throw UsageError("\(path) has no topics") }
        if definitions.contains(where: { $0.topicName.isEmpty }) { throw UsageError("\(path): a topic has no name") }
        return definitions.map(\.config)
    }

    /// The attributes as the header of a request for one topic has them: `+name=value,-name`.
    static func edits(of topic: TopicConfig) -> String? {
        guard let attributes = topic.attributes, !attributes.isEmpty else { return nil }
        return attributes.sorted { $0.key < $1.key }
            .map { $0.value.isEmpty ? $0.key : "\($0.key)=\($0.value)" }.joined(separator: ",")
    }
}

/// A broker that took a list of topics.
struct SubmittedTopics: TableRow {
    var broker: String
    var topics: [String]

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.broker },
        Column("#Topics", "topics") { $0.topics },
    ]
}
