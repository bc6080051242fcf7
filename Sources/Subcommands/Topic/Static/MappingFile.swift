import AdminProtocol
import CommandKit
import LooseJSON

/// A static topic before or after a change, as it is written to a file (`TopicRemappingDetailWrapper.java`).
struct MappingFile: JSONContent {
    var brokerConfigMap: [String: TopicConfig]
    var brokerToMapIn: [String]
    var brokerToMapOut: [String]
    var epoch: Int
    var topic: String
    /// `CREATE_OR_UPDATE` or `REMAPPING`.
    var type: String

    init(_ state: StaticTopicState, epoch: Int, move: StaticTopicMove? = nil) {
        brokerConfigMap = state.shares.mapValues { share in
            var config = share.config
            config.mappingDetail = share.mapping
            return config
        }
        (brokerToMapIn, brokerToMapOut) = (move?.mapIn.sorted() ?? [], move?.mapOut.sorted() ?? [])
        (self.epoch, topic) = (epoch, state.topic)
        type = move == nil ? "CREATE_OR_UPDATE" : "REMAPPING"
    }

    /// Reads what an earlier run wrote; throws a `UsageError` for a file that is none, or of another topic.
    init(reading path: String, of topic: String) throws {
        let bytes = try PlainFile.read(path)
        do { try self.init(body: bytes) } catch { throw UsageError("\(path) is no mapping file: \(error)") }
        guard self.topic == topic else { throw UsageError("\(path) is of topic '\(self.topic)'") }
    }

    /// The topic as the file has it, checked.
    func state() throws -> StaticTopicState {
        let state = try StaticTopicState(topic: topic, configs: brokerConfigMap)
        _ = try state.checkedQueues()
        return state
    }

    var move: StaticTopicMove { StaticTopicMove(mapIn: Set(brokerToMapIn), mapOut: Set(brokerToMapOut)) }

    /// Writes `/tmp/<topic>-<epoch>.<suffix>` and returns the path.
    func write(suffix: String) throws -> String {
        guard !topic.contains("/") else { throw UsageError("'\(topic)' is no name for a topic") }
        let bytes = try bodyBytes()
        return try PrivateFile.write(bytes, named: "\(topic)-\(epoch).\(suffix)", in: "/tmp", isShared: true)
    }
}
