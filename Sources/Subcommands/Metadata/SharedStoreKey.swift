import LooseJSON

/// A key of the database that all stores share in the second layout (package `broker.config.v2`, 5.3.3).
///
/// It begins with 1, the table's id in two bytes, and the kind of the record; lengths are of two bytes, numbers big
/// endian.
enum SharedStoreKey: Equatable {
    case dataVersion
    /// A topic or a group; the value is 1, for JSON, and the configuration.
    case name(String)
    /// `topic@group` and a queue; the value is the offset in eight bytes.
    case offset(String, queue: Int)

    /// Reads a key; nil when it belongs to another store, or to a layout that this program does not know.
    init?(_ key: [UInt8], in kind: StoreKind) {
        guard key.count > 4, key[0] == 1, Int(key[1]) << 8 | Int(key[2]) == kind.tableID else { return nil }
        var rest = key[4...]
        switch (key[3], kind) {
        case (1, _): self = .dataVersion
        case (2, .consumerOffsets):
            guard let group = rest.takeName(), rest.popFirst() == 1, let topic = rest.takeName(), rest.popFirst() == 1,
                rest.count == 4
            else { return nil }
            self = .offset("\(topic)@\(group)", queue: Int(bigEndian: Array(rest)))
        case (2, _):
            guard let name = rest.takeName() else { return nil }
            self = .name(name)
        default: return nil
        }
    }

    /// The value of a data version: the state machine's version, the time in epoch milliseconds, and the counter.
    static func version(_ value: [UInt8]) -> JSON? {
        guard value.count == 24 else { return nil }
        return [
            "counter": .integer(Int(bigEndian: Array(value[16...]))),
            "stateVersion": .integer(Int(bigEndian: Array(value[..<8]))),
            "timestamp": .integer(Int(bigEndian: Array(value[8..<16]))),
        ]
    }
}

extension StoreKind {
    /// `TableId` of the package.
    fileprivate var tableID: Int {
        switch self {
        case .consumerOffsets: 1
        case .topics: 3
        case .subscriptionGroups: 4
        }
    }
}

extension Int {
    /// A signed number in at most eight bytes.
    init(bigEndian bytes: [UInt8]) { self = bytes.prefix(8).reduce(0) { $0 << 8 | Int($1) } }
}

extension ArraySlice<UInt8> {
    /// Takes a text that follows its length.
    fileprivate mutating func takeName() -> String? {
        guard let high = popFirst(), let low = popFirst() else { return nil }
        let count = Int(high) << 8 | Int(low)
        guard self.count >= count else { return nil }
        defer { removeFirst(count) }
        return String(decoding: prefix(count), as: UTF8.self)
    }
}
