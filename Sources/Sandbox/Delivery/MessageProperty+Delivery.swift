internal import AdminProtocol

/// Names of properties by which clients and brokers arrange when and where a message arrives (`MessageConst.java`).
extension MessageProperty {
    static let delayLevel = "DELAY"
    /// Where a message goes that waits elsewhere.
    static let realTopic = "REAL_TOPIC"
    static let realQueue = "REAL_QID"
    /// The topic that a message had before its group failed with it.
    static let retryTopic = "RETRY_TOPIC"
    /// The offset id that a message had then.
    static let originMessageID = "ORIGIN_MESSAGE_ID"
    /// When a message is to arrive, in three ways of saying it; since 5.0.
    static let timerDelaySeconds = "TIMER_DELAY_SEC"
    static let timerDelay = "TIMER_DELAY_MS"
    static let timerDelivery = "TIMER_DELIVER_MS"
    /// The same as the broker rounds it, in epoch milliseconds.
    static let timerOut = "TIMER_OUT_MS"
    static let timerDequeued = "TIMER_DEQUEUE_MS"
    static let producerGroup = "PGROUP"
    static let transactionID = "__transactionId__"
    /// How often a transaction's producers were asked.
    static let transactionChecks = "TRANSACTION_CHECK_TIMES"
    /// Seconds from the birth of a half message in which nobody asks for it.
    static let checkImmunity = "CHECK_IMMUNITY_TIME_IN_SECONDS"
    /// Where a half message was that is stored anew because of that.
    static let preparedQueueOffset = "TRAN_PREPARED_QUEUE_OFFSET"
}

extension StoredMessage {
    /// 0 without one, and for what is no number.
    var delayLevel: Int { properties[MessageProperty.delayLevel].flatMap { Int($0) } ?? 0 }

    /// Sets, or with nil removes, properties, and puts all in the order in which a Java broker writes them.
    mutating func edit(_ changes: [(name: String, value: String?)]) {
        var pairs = properties.pairs
        for change in changes {
            let place = pairs.firstIndex { $0.name == change.name }
            switch (place, change.value) {
            case (let place?, let value?): pairs[place].value = value
            case (let place?, nil): pairs.remove(at: place)
            case (nil, let value?): pairs.append((change.name, value))
            case (nil, nil): break
            }
        }
        properties = MessageProperties(JavaHash.mapOrder(pairs, buckets: 128) { $0.name })
    }

    /// Sends the message to another queue, and notes where it belongs.
    mutating func divert(to topic: String, queue: Int = 0, _ changes: [(name: String, value: String?)] = []) {
        edit(changes + [(MessageProperty.realTopic, self.topic), (MessageProperty.realQueue, "\(queueId)")])
        (self.topic, queueId) = (topic, queue)
    }
}
