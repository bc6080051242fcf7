public import Remoting

/// Messages of a queue, opened, and where to go on (`PullResult.java`).
public struct PullResult: FramePayload, Equatable {
    public var status: PullStatus
    public var nextBeginOffset: Int
    public var minOffset: Int
    public var maxOffset: Int
    public var messages: [StoredMessage]

    public init(from frame: Frame) throws(PayloadError) {
        guard let status = PullStatus(ResponseCode(rawValue: frame.code)) else {
            throw .malformedBody("no pull ends with code \(frame.code)")
        }
        let header = try PullMessageResponse(from: frame)
        self.status = status
        (nextBeginOffset, minOffset, maxOffset) = (header.nextBeginOffset, header.minOffset, header.maxOffset)
        do { messages = try MessageReader.messages(in: frame.body) } catch { throw .malformedBody("\(error)") }
        do { try unwrapBatches() } catch { throw .malformedBody("\(error)") }
        if let delta = header.offsetDelta {
            for index in messages.indices { messages[index].queueOffset &+= delta }
        }
    }

    public func write(to frame: inout Frame) throws(PayloadError) {
        throw .unwritable("a pull's result is only read: a broker writes a PullMessageResponse")
    }

    /// Batches that a broker keeps as one message become the messages that were sent (`MessageDecoder.decodeMessage`).
    private mutating func unwrapBatches() throws(MessageError) {
        guard messages.contains(where: \.isWrappedBatch) else { return }
        var opened: [StoredMessage] = []
        for message in messages {
            if message.isWrappedBatch { opened += try message.unwrapped() } else { opened.append(message) }
        }
        messages = opened
    }
}

/// The header of a pull's answer (`PullMessageResponseHeader.java`), and the messages as they are stored.
public struct PullMessageResponse: Header {
    public var suggestWhichBrokerId: Int? = 0
    public var nextBeginOffset: Int
    public var minOffset: Int
    public var maxOffset: Int
    /// What a logical queue's offsets are ahead of the stored ones; since 5.0.
    public var offsetDelta: Int?
    /// Since 5.0.
    public var topicSysFlag: Int?
    /// Since 5.0.
    public var groupSysFlag: Int?
    @Body public var messages: [UInt8]

    public init(
        nextBeginOffset: Int, minOffset: Int, maxOffset: Int, topicSysFlag: Int?, groupSysFlag: Int?, messages: [UInt8]
    ) {
        (self.nextBeginOffset, self.minOffset, self.maxOffset) = (nextBeginOffset, minOffset, maxOffset)
        (self.topicSysFlag, self.groupSysFlag, self.messages) = (topicSysFlag, groupSysFlag, messages)
    }
}
