/// Creates topics on one broker, or replaces their configurations (`CreateTopicListRequestBody.java`); since 5.3.
public struct UpdateAndCreateTopicList: Request {
    public static let code: RequestCode = 18
    @Body public var body: TopicConfigList

    public init(_ topics: [TopicConfig]) { body = TopicConfigList(topicConfigList: topics) }
}

/// The topics of an `UpdateAndCreateTopicList`.
public struct TopicConfigList: JSONContent, Equatable {
    public var topicConfigList: [TopicConfig]
}
