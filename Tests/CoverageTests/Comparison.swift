import AdminProtocol
import LooseJSON
import Remoting

/// How an answer of a sandbox differs from the recorded one.
struct Comparison {
    private(set) var differences: [String] = []
    private let code: Int

    /// Values that depend on the moment, the machine or what was never recorded; their kinds count all the same.
    private static let volatileFields: Set<String> = [
        "version", "msgId", "indexLastUpdatePhyoffset", "indexLastUpdateTimestamp", "allAclFileVersion",
        "wipeTopicCount", "addTopicCount", "masterEpoch", "syncStateSetEpoch",
    ]
    static let volatileMembers: Set<String> = [
        "timestamp", "counter", "stateVersion", "lastUpdateTimestamp", "lastTimestamp", "consumeTps", "clientAddr",
        "remoteIP", "subVersion", "physicOffset", "physicSize", "tagsCode", "totalDiff", "totalInflightDiff",
        "masterEpoch", "syncStateSetEpoch", "startOffset", "endOffset", "topicPutTps",
    ]
    /// Requests whose answers are measurements through and through.
    static let measurements: Set<Int> = [28, 315, 907, 1007]
    static let exactMeasurements: Set<String> = [
        "brokerActive", "brokerVersion", "brokerVersionDesc", "master", "brokerId", "brokerName", "clusterName",
        "epoch",
    ]

    init(of actual: Frame, with expected: Frame, code: Int) {
        self.code = code
        compare("code", "\(expected.code)", "\(actual.code)")
        compare("remark", expected.remark ?? "", actual.remark ?? "")
        compare("version", "\(expected.version)", "\(actual.version)")
        compare("language", "\(expected.language)", "\(actual.language)")
        compare("coding", "\(expected.coding)", "\(actual.coding)")
        let names = Set(expected.fields.keys).union(actual.fields.keys)
        for name in names.sorted() {
            guard let there = expected.fields[name], let here = actual.fields[name] else {
                add(expected.fields[name] == nil ? "field \(name): too much" : "field \(name): missing")
                continue
            }
            if !Self.volatileFields.contains(name) {
                compare("field \(name)", there, here)
            } else if let there = try? JSON(parsing: Array(there.utf8)), let here = try? JSON(parsing: Array(here.utf8))
            {
                compare(there, here, at: "field \(name)", isExact: false)
            }
        }
        compareBodies(expected.body, actual.body)
    }

    mutating func compare(_ what: String, _ expected: String, _ actual: String) {
        if expected != actual { add("\(what): \(Self.short(actual)) in place of \(Self.short(expected))") }
    }

    mutating func add(_ difference: String) {
        if !differences.contains(difference) { differences.append(difference) }
    }

    private static func short(_ text: String) -> String { text.count > 90 ? text.prefix(90) + "…" : text }

    private mutating func compareBodies(_ expected: [UInt8], _ actual: [UInt8]) {
        if expected.isEmpty || actual.isEmpty {
            compare("body", expected.isEmpty ? "none" : "some", actual.isEmpty ? "none" : "some")
        } else if [11, 12, 33].contains(code) {
            compareMessages(expected, actual)
        } else if let there = try? JSON(parsing: expected) {
            guard let here = try? JSON(parsing: actual) else { return add("body: no JSON") }
            compare(there, here, at: "", isExact: !Self.measurements.contains(code))
        } else if [26, 319, 1010].contains(code) {
            let (there, here) = (Self.names(expected), Self.names(actual))
            for name in there.subtracting(here).sorted() { add("property \(name): missing") }
            for name in here.subtracting(there).sorted() { add("property \(name): too much") }
        } else if expected != actual {
            add("body: other bytes")
        }
    }

    private static func names(_ body: [UInt8]) -> Set<String> {
        Set(JavaProperties(parsing: String(decoding: body, as: UTF8.self)).entries.map(\.key))
    }

    private mutating func compareMessages(_ expected: [UInt8], _ actual: [UInt8]) {
        guard let there = try? MessageReader.messages(in: expected), let here = try? MessageReader.messages(in: actual)
        else { return add("body: no messages") }
        compare("messages", "\(there.count)", "\(here.count)")
        for (there, here) in zip(there, here) {
            compare("message", Self.text(there), Self.text(here))
        }
    }

    /// A message without its places in queue and log.
    private static func text(_ message: StoredMessage) -> String {
        let numbers = [message.flag, message.systemFlags.rawValue, message.queueId, message.reconsumeTimes]
        return "\(message.topic) \(numbers) \(message.bornTimestamp) \(message.properties) \(message.body)"
    }
}
