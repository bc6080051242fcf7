internal import AdminProtocol

/// Messages that are stored, but arrive later (`HookUtils.java`, `ScheduleMessageService.java`,
/// `TimerMessageStore.java` 5.3.3).
extension Broker {
    static let scheduleTopic = "SCHEDULE_TOPIC_XXXX"
    private static let timerTopic = "rmq_sys_wheel_timer"

    var delayLevels: DelayLevels { DelayLevels(parsing: configuration["messageDelayLevel"]) }

    /// Stores a message where it belongs, or where it waits for its time.
    func put(_ message: inout StoredMessage) throws {
        let mayWait = [.none, .commit].contains(message.transactionPart)
        let due = mayWait ? try postponeByTime(&message) : nil
        if mayWait { postponeByLevel(&message) }
        try append(&message)
        if let due { waiting.add(WaitingMessages.Timed(due: due, offset: message.commitLogOffset)) }
        if due != nil || message.topic == Self.scheduleTopic { errands.ring() }
    }

    /// Stores a message in its own queue, and counts it.
    func append(_ message: inout StoredMessage) throws {
        try store.append(&message)
        let now = options.clock.now
        statistics.puts.add(at: now)
        statistics.count(BrokerStatistics.topicPuts, of: message.topic, at: now)
        statistics.putBytes += message.storeSize
    }

    private func postponeByLevel(_ message: inout StoredMessage) {
        let level = message.delayLevel
        guard level > 0, message.topic != Self.timerTopic else { return }
        let levels = delayLevels
        message.divert(
            to: Self.scheduleTopic, queue: min(level, levels.count) - 1,
            level > levels.count ? [(MessageProperty.delayLevel, "\(levels.count)")] : [])
    }

    /// When the message arrives, in epoch milliseconds; nil when it does not wait for a time of its own.
    private func postponeByTime(_ message: inout StoredMessage) throws(Refusal) -> Int? {
        guard options.serverVersion == .v5, message.topic != Self.timerTopic, let wanted = try arrival(of: message)
        else { return nil }
        guard message.properties[MessageProperty.timerOut] == nil else { return nil }
        if message.delayLevel > 0 {
            let names = [MessageProperty.timerDelaySeconds, MessageProperty.timerDelay, MessageProperty.timerDelivery]
            message.edit(names.map { ($0, nil) })
            return nil
        }
        guard configuration.isOn("timerWheelEnable") else {
            let setting = configuration["timerWheelEnable"]
            throw Refusal(.systemError, "accurate timer message is not enabled, timerWheelEnable is \(setting)")
        }
        let now = options.clock.now
        guard wanted > now else { return nil }
        guard wanted - now <= longestTimer else { throw illegalTimer }
        let slot = (wanted - 1) / timerPrecision * timerPrecision
        message.divert(to: Self.timerTopic, [(MessageProperty.timerOut, "\(slot)")])
        return slot + timerPrecision
    }

    /// When the sender wants the message to arrive; nil when it does not say.
    private func arrival(of message: StoredMessage) throws(Refusal) -> Int? {
        let now = options.clock.now
        for (name, unit, start) in [
            (MessageProperty.timerDelaySeconds, 1_000, now), (MessageProperty.timerDelay, 1, now),
            (MessageProperty.timerDelivery, 1, 0),
        ] {
            guard let text = message.properties[name] else { continue }
            guard let count = Int(text), count.magnitude <= 1 << 50 else { throw illegalTimer }
            return start + count * unit
        }
        return nil
    }

    /// Finds those that waited for their time when the broker ended.
    func findTimedMessages() {
        guard let queue = store.queue(QueueKey(topic: Self.timerTopic, queue: 0)) else { return }
        for offset in (queue.minOffset..<queue.maxOffset).compactMap({ queue.entry(at: $0)?.offset }) {
            let slot = storedMessage(at: offset)?.properties[MessageProperty.timerOut].flatMap { Int($0) }
            guard let slot, slot < Int.max - timerPrecision, slot + timerPrecision > waiting.deliveredUntil else {
                continue
            }
            waiting.add(WaitingMessages.Timed(due: slot + timerPrecision, offset: offset))
        }
    }

    /// Milliseconds; no message with a time of its own comes more exactly.
    private var timerPrecision: Int { max(1, Int(configuration["timerPrecisionMs"]) ?? 1_000) }

    /// Milliseconds.
    private var longestTimer: Int { (Int(configuration["timerMaxDelaySec"]) ?? 259_200) * 1_000 }

    private var illegalTimer: Refusal {
        Refusal(
            .messageIllegal,
            "timer message illegal, the delay time should not be bigger than the max delay \(longestTimer)ms; "
                + "or if set del msg, the delay time should be bigger than the current time")
    }
}
