/// Which names a topic may have, and which ones are RocketMQ's own (`TopicValidator.java` 5.3.3).
enum TopicName {
    static let template = "TBW102"
    static let retryPrefix = "%RETRY%"
    static let deadLetterPrefix = "%DLQ%"

    /// RocketMQ's words for what is wrong with `name`; nil when nothing is.
    static func problem(with name: String) -> String? {
        if name.allSatisfy(\.isWhitespace) { return "The specified topic is blank." }
        if !name.utf8.allSatisfy(isAllowed) {
            return "The specified topic contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$"
        }
        return name.utf8.count > 127 ? "The specified topic is longer than topic max length." : nil
    }

    static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "%"), UInt8(ascii: "|"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Topics of every broker that nobody may change; a broker's own come on top, see `TopicTable.systemTopics`.
    static func system(_ generation: Generation) -> Set<String> {
        generation == .v4 ? system : system.union(["CHECKPOINT_TOPIC"])
    }

    private static let system: Set<String> = [
        template, "SCHEDULE_TOPIC_XXXX", "BenchmarkTest", "RMQ_SYS_TRANS_HALF_TOPIC", "RMQ_SYS_TRACE_TOPIC",
        "RMQ_SYS_TRANS_OP_HALF_TOPIC", "TRANS_CHECK_MAX_TIME_TOPIC", "SELF_TEST_TOPIC", "OFFSET_MOVED_EVENT",
    ]

    /// Topics that clients must not send to.
    static let closed: Set<String> = [
        "SCHEDULE_TOPIC_XXXX", "RMQ_SYS_TRANS_HALF_TOPIC", "RMQ_SYS_TRANS_OP_HALF_TOPIC",
        "TRANS_CHECK_MAX_TIME_TOPIC", "SELF_TEST_TOPIC", "OFFSET_MOVED_EVENT",
    ]
}
