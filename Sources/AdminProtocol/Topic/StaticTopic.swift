/// One stretch of a static topic's logical queue: a physical queue that holds it (`LogicQueueMappingItem.java`).
public struct LogicQueueItem: Codable, Sendable, Equatable {
    public var bname: String
    /// Where the stretch ends in the physical queue; -1 while that is not decided.
    public var endOffset = -1
    /// Counts the stretches of a logical queue.
    public var gen: Int
    /// The logical offset at which the stretch begins; -1 while that is not decided.
    public var logicOffset: Int
    public var queueId: Int
    /// Where the stretch begins in the physical queue; always 0.
    public var startOffset = 0
    public var timeOfEnd = -1
    public var timeOfStart = -1

    public init(gen: Int, queueId: Int, brokerName: String, logicOffset: Int) {
        (self.gen, self.queueId, bname, self.logicOffset) = (gen, queueId, brokerName, logicOffset)
    }

    /// The logical offset of a physical one; offsets before the stretch are where it begins.
    public func logicalOffset(of physical: Int) -> Int {
        physical < startOffset ? logicOffset : logicOffset &+ (physical &- startOffset)
    }

    /// The logical offset that follows the stretch, as far as its end is decided.
    var logicalEnd: Int { endOffset >= startOffset ? logicOffset &+ endOffset &- startOffset : logicOffset }
}

/// The logical queues of a static topic that one broker knows of (`TopicQueueMappingDetail.java`).
public struct TopicQueueMapping: JSONContent, Equatable {
    /// The name of the broker that knows.
    public var bname: String
    public var currIdMap: [Int: Int]?
    public var dirty: Bool?
    /// Grows with each change; the same on all brokers, in epoch milliseconds.
    public var epoch: Int
    /// The stretches of each logical queue, oldest first: of queues that the broker leads, or led.
    public var hostedQueues: [Int: [LogicQueueItem]]
    /// Where logical queues are numbered: `__global__`.
    public var scope: String?
    public var topic: String
    public var totalQueues: Int

    public init(topic: String, brokerName: String, totalQueues: Int, epoch: Int) {
        (self.topic, bname, self.totalQueues, self.epoch) = (topic, brokerName, totalQueues, epoch)
        (currIdMap, dirty, hostedQueues, scope) = ([:], false, [:], "__global__")
    }

    /// The broker name of its logical queues, `__syslo__global__` (`TopicQueueMappingUtils.getMockBrokerName`).
    public var logicalBrokerName: String { Self.logicalBrokerName(scope: scope) }

    /// The broker name of the logical queues of a scope.
    public static func logicalBrokerName(scope: String?) -> String {
        let scope = scope ?? "__global__"
        return "__syslo__" + (scope == "__global__" ? String(scope.dropFirst(2)) : scope)
    }
}

/// Creates a static topic's queues on one broker, or replaces them (`CreateTopicRequestHeader.java`); since 5.0.
public struct UpdateAndCreateStaticTopic: Request {
    public static let code: RequestCode = 513
    public var topic: String
    public var defaultTopic = "TBW102"
    public var readQueueNums: Int
    public var writeQueueNums: Int
    public var perm: Permission
    public var topicFilterType: String
    public var topicSysFlag: Int
    public var order: Bool
    /// Whether the broker takes a mapping that contradicts its own.
    public var force: Bool
    @Body public var mapping: TopicQueueMapping

    public init(_ config: TopicConfig, _ mapping: TopicQueueMapping, force: Bool) {
        topic = config.topicName
        (readQueueNums, writeQueueNums) = (config.readQueueNums, config.writeQueueNums)
        (perm, topicFilterType) = (config.perm, config.topicFilterType ?? "SINGLE_TAG")
        (topicSysFlag, order) = (config.topicSysFlag, config.order)
        (self.force, self.mapping) = (force, mapping)
    }
}
