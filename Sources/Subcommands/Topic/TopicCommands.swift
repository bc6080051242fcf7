internal import CommandKit

let topicCommands: [Entry<Session>] = [
    Entry(UpdateTopic.self),
    Entry(UpdateTopicList.self),
    Entry(UpdateTopicPerm.self),
    Entry(DeleteTopic.self),
    Entry(TopicRoute.self),
    Entry(TopicStatus.self),
    Entry(TopicList.self),
    Entry(TopicClusterList.self),
    Entry(AllocateMQ.self),
    Entry(UpdateOrderConf.self),
    Entry(UpdateStaticTopic.self),
    Entry(RemappingStaticTopic.self),
]
