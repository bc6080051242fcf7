import AdminProtocol
import RecordingSupport
import Remoting
import Testing

/// A request of a recording and its answer, as frames.
struct RecordedCall: Sendable, CustomTestStringConvertible {
    /// `5.3.3/topicRoute.json`.
    var file: String
    var request: Frame
    var response: Frame?

    var testDescription: String { "\(file): \(RequestCode(rawValue: request.code))" }

    static func all() throws -> [RecordedCall] { try loaded.get() }

    private static let loaded = Result {
        try Recording.all().flatMap { file, recording in
            try recording.exchanges.compactMap { exchange -> RecordedCall? in
                guard let request = exchange.request else { return nil }
                return RecordedCall(
                    file: file, request: try frame(request), response: try exchange.response.map(frame))
            }
        }
    }

    private static func frame(_ message: Recording.Message) throws -> Frame {
        var decoder = FrameDecoder()
        decoder.append(message.wireBytes)
        return try #require(try decoder.next())
    }
}

/// A type of request with its type erased: how a test decodes and encodes it.
struct RequestType: Sendable, CustomTestStringConvertible {
    var code: RequestCode
    /// Decodes a request and encodes what was understood.
    var again: @Sendable (Frame) throws -> Frame
    /// Decodes a response; false when the request does not accept its code.
    var read: @Sendable (Frame) throws -> Bool
    /// Decodes a response and encodes what was understood; nil when the request does not accept its code.
    var answerAgain: @Sendable (Frame) throws -> Frame?

    var testDescription: String { "\(code)" }

    init<R: Request>(_ type: R.Type) {
        code = R.code
        again = { frame in try R(from: frame).frame(opaque: frame.opaque) }
        read = { frame in
            guard R.accepts(ResponseCode(rawValue: frame.code)) else { return false }
            _ = try R.Response(from: frame)
            return true
        }
        answerAgain = { frame in
            guard R.accepts(ResponseCode(rawValue: frame.code)) else { return nil }
            var copy = frame
            (copy.fields, copy.body) = ([:], [])
            try R.Response(from: frame).write(to: &copy)
            return copy
        }
    }

    /// Every request of AdminProtocol that a recording has; add yours.
    static let all: [RequestType] = [
        RequestType(GetRouteInfoByTopic.self), RequestType(GetBrokerClusterInfo.self),
        RequestType(GetBrokerRuntimeInfo.self), RequestType(GetConsumeStats.self),
        RequestType(GetConsumerConnectionList.self), RequestType(GetConsumerRunningInfo.self),
        RequestType(DeleteTopicInBroker.self), RequestType(DeleteTopicInNameServer.self),
        RequestType(UpdateAndCreateTopic.self), RequestType(GetTopicConfig.self), RequestType(GetAllTopicConfig.self),
        RequestType(GetAllTopicList.self), RequestType(QueryTopicConsumeByWho.self), RequestType(GetKVConfig.self),
        RequestType(PutKVConfig.self), RequestType(SendMessage.self), RequestType(ViewMessageByID.self),
        RequestType(QueryMessage.self),
        RequestType(GetBrokerConfig.self), RequestType(UpdateBrokerConfig.self), RequestType(GetNamesrvConfig.self),
        RequestType(UpdateNamesrvConfig.self), RequestType(UpdateColdDataFlowConfig.self),
        RequestType(RemoveColdDataFlowConfig.self), RequestType(GetColdDataFlowInfo.self),
        RequestType(SetCommitLogReadMode.self), RequestType(ResetMasterFlushOffset.self),
        RequestType(GetBrokerEpochCache.self), RequestType(GetConsumeStatsInBroker.self),
        RequestType(ViewBrokerStatsData.self), RequestType(QueryConsumeQueue.self),
        RequestType(WipeWritePermOfBroker.self), RequestType(AddWritePermOfBroker.self),
        RequestType(DeleteKVConfig.self),
        RequestType(UpdateAndCreateStaticTopic.self), RequestType(GetTopicStatsInfo.self),
        RequestType(CleanExpiredConsumeQueue.self), RequestType(CleanUnusedTopics.self),
        RequestType(DeleteExpiredCommitLog.self),
    ]
}
