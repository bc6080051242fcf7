import AdminProtocol
import LooseJSON
import RecordingSupport
import Remoting
import Testing

@testable import Subcommands

/// The algorithm against what RocketMQ's tool sent to real brokers.
@Suite struct RecordedMoveTests {
    private let recording = Result { try Recording(file: "5.3.3/remappingStaticTopic.json") }

    private func exchanges(of code: Int) throws -> [Recording.Exchange] {
        try recording.get().exchanges.filter { $0.request?.header["code"]?.int == code }
    }

    /// The topic as brokers described it before the move.
    private func before() throws -> StaticTopicState {
        let configs = try exchanges(of: 351).map { try TopicConfig(body: try #require($0.response).bodyBytes) }
        return try StaticTopicState(
            topic: "StaticT",
            configs: Dictionary(configs.map { ($0.mappingDetail?.bname ?? "", $0) }) { first, _ in first })
    }

    /// The mappings that were sent to a broker, in order, without their epoch, which is the moment of the run.
    private func sent(to broker: String) throws -> [[Int: [LogicQueueItem]]] {
        try exchanges(of: 513).map { try TopicQueueMapping(body: try #require($0.request).bodyBytes) }
            .filter { $0.bname == broker }.map(\.hostedQueues)
    }

    @Test func `a move sends what was recorded`() throws {
        var state = try before()
        let move = try state.move(to: ["broker-b"], now: 1_795_172_649_558)
        #expect(state.shares["broker-b"]?.config.writeQueueNums == 8)
        #expect(try state.agreement()?.epoch == 1_795_172_649_558)
        let (new, old) = (try sent(to: "broker-b"), try sent(to: "broker-a"))
        #expect(new.count == 2 && old.count == 1)
        #expect(state.shares["broker-b"]?.mapping.hostedQueues == new.first)
        #expect(state.shares["broker-a"]?.mapping.hostedQueues == old.first)
        let stats = try TopicStatsTable(body: try #require(try exchanges(of: 202).first?.response).bodyBytes)
        for broker in move.mapOut {
            try state.placeNewStretches(leaving: broker, offsets: Dictionary(stats.offsetTable))
        }
        #expect(state.shares["broker-b"]?.mapping.hostedQueues == new.last)
    }

    @Test func `the request has the recorded fields`() throws {
        let recorded = try #require(try exchanges(of: 513).first?.request)
        let mapping = try TopicQueueMapping(body: recorded.bodyBytes)
        let config = TopicConfig(topicName: "StaticT")
        let frame = try UpdateAndCreateStaticTopic(config, mapping, force: false).frame(opaque: 1)
        let fields = recorded.header["extFields"]?.members?.compactMap(\.key.string) ?? []
        #expect(Set(frame.fields.keys) == Set(fields).subtracting(["AccessKey", "Signature"]))
        #expect(frame.body == recorded.bodyBytes)
    }
}
