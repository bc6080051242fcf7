/// What a broker notes in the topic `OFFSET_MOVED_EVENT` when a group asked for messages that are deleted already
/// (`OffsetMovedEvent.java`).
public struct OffsetMovedEvent: JSONContent, Equatable {
    public static let topic = "OFFSET_MOVED_EVENT"

    public var consumerGroup: String
    public var messageQueue: MessageQueue
    /// Where the queue begins now.
    public var offsetNew: Int
    /// The offset that was asked for.
    public var offsetRequest: Int
}
