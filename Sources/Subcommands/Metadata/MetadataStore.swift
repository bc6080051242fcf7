import AdminClient
import CommandKit
import LooseJSON

/// One of the stores that a broker of 5.x can keep in RocksDB (`ExportRocksDBConfigToJsonRequestHeader.ConfigType`).
enum StoreKind: String, CaseIterable, Sendable {
    case topics, subscriptionGroups, consumerOffsets

    /// The table's name in the broker's JSON files.
    var tableName: String {
        switch self {
        case .topics: "topicConfigTable"
        case .subscriptionGroups: "subscriptionGroupTable"
        case .consumerOffsets: "offsetTable"
        }
    }
}

extension StoreKind: ArgumentValue {
    static var kind: ValueKind { ValueKind("store", choices: allCases.map(\.rawValue)) }

    init(argument: String) throws(MalformedValue) {
        let name = argument.trimmed.lowercased()
        let found = Self.allCases.first { $0.rawValue.lowercased() == name }
        guard let found else { throw MalformedValue() }
        self = found
    }

    var argument: String? { rawValue }
}

/// A store of topics, groups or offsets, read from a broker's RocksDB.
struct MetadataStore: Sendable {
    var kind: StoreKind
    /// When the store last changed; nil for one that does not say.
    var dataVersion: JSON?
    /// What it holds by name, sorted: configurations, or offsets by queue of `topic@group`.
    var entries: [JSON.Member] = []

    /// Reads a store in `folder`, which is the broker's `config` folder or the database itself.
    ///
    /// A folder of the store's own holds the layout of `RocksDBConfigManager`, and `rdb` that of `ConfigStorage`, with
    /// all stores in one database (5.3.3, `configManagerVersion=v2`). Throws `NotFoundError` when neither is there.
    init(_ kind: StoreKind, in folder: String) throws {
        self.kind = kind
        let own = "\(folder)/\(kind.rawValue)"
        let isShared = folder.split(separator: "/").last == "rdb"
        if RocksDirectory.exists(own) {
            try readOwn(RocksDirectory(own))
        } else if !isShared, RocksDirectory.exists(folder) {
            try readOwn(RocksDirectory(folder))
        } else if let shared = [folder, "\(folder)/rdb"].first(where: RocksDirectory.exists) {
            try readShared(RocksDirectory(shared))
        } else {
            throw NotFoundError("no RocksDB of \(kind.rawValue) in \(folder): give a broker's config folder")
        }
    }

    /// The layout of `RocksDBConfigManager`: a name, and its JSON.
    private mutating func readOwn(_ directory: RocksDirectory) throws {
        try directory.forEach(in: ["default", "kvDataVersion"]) { family, key, value in
            let value = try json(value, of: key, directory)
            if family == "kvDataVersion" {
                dataVersion = value
            } else {
                let name = JSON.string(String(decoding: key, as: UTF8.self))
                entries.append(.init(name, kind == .consumerOffsets ? value["offsetTable"] ?? value : value))
            }
        }
    }

    /// The layout of `ConfigStorage`.
    private mutating func readShared(_ directory: RocksDirectory) throws {
        var offsets: [String: [Int: Int]] = [:]
        try directory.forEach(in: ["default"]) { _, key, value in
            switch SharedStoreKey(key, in: kind) {
            case .dataVersion: dataVersion = SharedStoreKey.version(value)
            case .name(let name): entries.append(.init(.string(name), try json(value.dropFirst(), of: key, directory)))
            case .offset(let name, let queue): offsets[name, default: [:]][queue] = Int(bigEndian: value)
            case nil: break
            }
        }
        for (name, queues) in offsets.sorted(by: { $0.key < $1.key }) {
            let queues = queues.sorted { $0.key < $1.key }.map { JSON.Member(.string("\($0.key)"), .integer($0.value)) }
            entries.append(.init(.string(name), .object(queues)))
        }
    }

    private func json(
        _ value: some Collection<UInt8>, of key: [UInt8], _ directory: RocksDirectory
    ) throws(RocksError) -> JSON {
        do { return try JSON(parsing: Array(value)) } catch {
            throw RocksError("\(directory.path): the value of '\(String(decoding: key, as: UTF8.self))': \(error)")
        }
    }
}
