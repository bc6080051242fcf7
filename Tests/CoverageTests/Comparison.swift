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
    private static let volatileMembers: Set<String> = [
        "timestamp", "counter", "stateVersion", "lastUpdateTimestamp", "lastTimestamp", "consumeTps", "clientAddr",
        "remoteIP", "subVersion", "physicOffset", "physicSize", "tagsCode", "totalDiff", "totalInflightDiff",
        "masterEpoch", "syncStateSetEpoch", "startOffset", "endOffset", "topicPutTps",
    ]
    /// Requests whose answers are measurements through and through.
    private static let measurements: Set<Int> = [28, 315, 907, 1007]
    private static let exactMeasurements: Set<String> = [
        "brokerActive", "brokerVersion", "brokerVersionDesc", "master", "brokerId", "brokerName", "clusterName", "epoch",
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
            } else if let there = try? JSON(parsing: Array(there.utf8)), let here = try? JSON(parsing: Array(here.utf8)) {
                compare(there, here, at: "field \(name)", isExact: false)
            }
        }
        compareBodies(expected.body, actual.body)
    }

    private mutating func compare(_ what: String, _ expected: String, _ actual: String) {
        if expected != actual { add("\(what): \(Self.short(actual)) in place of \(Self.short(expected))") }
    }

    private mutating func add(_ difference: String) {
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

extension Comparison {
    private mutating func compare(_ expected: JSON, _ actual: JSON, at path: String, isExact: Bool) {
        switch (expected, actual) {
        case (.object(let there), .object(let here)): compare(there, here, at: path, isExact: isExact)
        case (.array(let there), .array(let here)): compare(there, here, at: path, isExact: isExact)
        default:
            compare("\(path) kind", Self.kind(expected), Self.kind(actual))
            if isExact, Self.kind(expected) == Self.kind(actual) {
                compare(path, expected.description, actual.description)
            }
        }
    }

    private mutating func compare(
        _ expected: [JSON.Member], _ actual: [JSON.Member], at path: String, isExact: Bool
    ) {
        let (there, here) = (Self.table(expected), Self.table(actual))
        for (name, value) in there.sorted(by: { $0.key < $1.key }) {
            guard let other = here[name] else {
                add("\(path).\(name): missing")
                continue
            }
            let isVolatile = Self.volatileMembers.contains(name)
            compare(
                value, other, at: "\(path).\(name)",
                isExact: isExact && !isVolatile || Self.exactMeasurements.contains(name))
        }
        for name in here.keys.sorted() where there[name] == nil { add("\(path).\(name): too much") }
    }

    /// Java's hash tables have no order of their own, and nobody promises one for lists.
    private mutating func compare(_ expected: [JSON], _ actual: [JSON], at path: String, isExact: Bool) {
        compare("\(path) length", "\(expected.count)", "\(actual.count)")
        let order = { (left: JSON, right: JSON) in Self.sortKey(left) < Self.sortKey(right) }
        for (there, here) in zip(expected.sorted(by: order), actual.sorted(by: order)) {
            compare(there, here, at: path + "[]", isExact: isExact)
        }
    }

    private static func table(_ members: [JSON.Member]) -> [String: JSON] {
        Dictionary(members.map { (name(of: $0.key), $0.value) }) { $1 }
    }

    /// A key as it was written, so that `0` and `"0"` differ; where a name ends with a path, without it.
    private static func name(of key: JSON) -> String {
        guard let text = key.string else {
            guard case .object(let members) = key else { return "(\(key))" }
            return members.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
        }
        let place = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        return place.count > 1 ? "\(place[0])…" : text
    }

    private static func sortKey(_ json: JSON) -> String {
        if case .array(let items) = json { return items.map(sortKey).sorted().joined(separator: ",") }
        guard case .object(let members) = json else { return json.description }
        let rest = members.filter { !volatileMembers.contains($0.key.string ?? "") }
        return rest.map { "\(name(of: $0.key)):\(sortKey($0.value))" }.sorted().joined(separator: ",")
    }

    private static func kind(_ json: JSON) -> String {
        switch json {
        case .null: "null"
        case .bool: "bool"
        case .number(let digits): digits.contains(".") ? "decimal" : "integer"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
