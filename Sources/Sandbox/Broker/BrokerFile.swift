internal import AdminProtocol
internal import Glibc
internal import LooseJSON

/// What the sandbox takes from the configuration file of a broker (`BrokerStartup.java`, `BrokerConfig.java`,
/// `MessageStoreConfig.java`).
public struct BrokerFile: Sendable {
    let cluster: String
    let name: String
    /// 0 is a master.
    let id: Int
    /// Nil where the file does not say, and where it says 0: any that is free.
    let port: UInt16?
    /// Whether controllers choose the master.
    public let isControlled: Bool
    /// Its number in a DLedger group, and how many brokers that has.
    let ledger: (number: Int, size: Int)?
    let properties: [String: String]

    /// Throws what is wrong with the file; names that RocketMQ does not know are in `unknownNames`.
    public init(parsing text: String) throws(BrokerFileError) {
        let properties = Dictionary(JavaProperties(parsing: text).entries)
        for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
            let problem = BrokerFileProperty(of: name)?.problem(with: value) ?? Self.problem(name, value)
            if let problem { throw BrokerFileError("\(name)=\(value): \(problem)") }
        }
        self.properties = properties
        cluster = properties["brokerClusterName"] ?? "DefaultCluster"
        name = properties["brokerName"] ?? "DEFAULT_BROKER"
        port = properties["listenPort"].flatMap { UInt16($0) }.flatMap { $0 == 0 ? nil : $0 }
        isControlled = properties["enableControllerMode"]?.lowercased() == "true"
        ledger = try Self.ledger(properties)
        id = properties["brokerRole"] == "SLAVE" ? Int(properties["brokerId"] ?? "0") ?? 0 : 0
        if !isControlled, ledger == nil, properties["brokerRole"] == "SLAVE", id <= 0 {
            throw BrokerFileError("slave broker id must be > 0")
        }
        let counts = ["totalReplicas", "inSyncReplicas", "minInSyncReplicas"].map { Int(properties[$0] ?? "1") ?? 1 }
        if counts[0] < counts[1] || counts[0] < counts[2] || counts[1] < counts[2] {
            throw BrokerFileError("invalid replicas number")
        }
    }

    /// Names that neither 4.9.8 nor 5.3.3 knows: both would pass over them in silence.
    public var unknownNames: [String] { properties.keys.filter { BrokerFileProperty(of: $0) == nil }.sorted() }

    /// The name servers that the file names, which the sandbox has nothing to do with: who tries the configuration of a
    /// cluster that works does not want one more broker in it.
    public var otherNameServers: String? { properties["namesrvAddr"].flatMap { $0.isEmpty ? nil : $0 } }

    private static let words: [String: [String]] = [
        "brokerRole": ["ASYNC_MASTER", "SYNC_MASTER", "SLAVE"], "flushDiskType": ["SYNC_FLUSH", "ASYNC_FLUSH"],
    ]

    private static func problem(_ name: String, _ value: String) -> String? {
        if name == "listenPort", UInt16(value) == nil { return "a port is expected" }
        guard let words = words[name], !words.contains(value) else { return nil }
        return "one of \(words.joined(separator: ", ")) is expected"
    }

    /// `dLegerSelfId=n0` of `dLegerPeers=n0-host:40911;n1-host:40912;n2-host:40913`.
    private static func ledger(_ properties: [String: String]) throws(BrokerFileError) -> (number: Int, size: Int)? {
        guard properties["enableDLegerCommitLog"]?.lowercased() == "true" else { return nil }
        let peers = (properties["dLegerPeers"] ?? "").split(separator: ";").compactMap {
            $0.split(separator: "-").first
        }
        let own = properties["dLegerSelfId"] ?? ""
        guard let number = Int(own.dropFirst()), number >= 0, number < 1 << 16, peers.contains(own[...]) else {
            throw BrokerFileError("dLegerSelfId=\(own): it is none of dLegerPeers, such as n0-127.0.0.1:40911")
        }
        return (number, peers.count)
    }
}

/// What is wrong with the configuration of a broker, in one line.
public struct BrokerFileError: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

extension BrokerFile {
    /// The same for a container, which answers with the words of the original.
    init(path: String) throws(Refusal) {
        guard let text = Self.read(path) else { throw Refusal(.systemError, "addBroker properties empty") }
        do throws(BrokerFileError) { try self.init(parsing: text) } catch {
            throw Refusal(.systemError, error.description)
        }
    }

    /// A file's text, of at most 1 MiB; nil where there is none.
    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return ferror(file) == 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }

    /// What the broker does otherwise than the others of the sandbox.
    func options(beside common: SandboxOptions) -> SandboxOptions {
        var options = common
        options.clusterName = cluster
        let isOn = { (name: String, usual: Bool) in properties[name].map { $0.lowercased() == "true" } ?? usual }
        options.createsTopics = isOn("autoCreateTopicEnable", common.createsTopics)
        options.createsGroups = isOn("autoCreateSubscriptionGroup", common.createsGroups)
        let number = { (name: String, usual: Int) in properties[name].flatMap { Int($0) } ?? usual }
        options.templateQueues = number("defaultTopicQueueNums", common.templateQueues)
        options.maximumMessageSize = number("maxMessageSize", common.maximumMessageSize)
        if properties["brokerRole"] == "SYNC_MASTER" { options.replication = .synchronous }
        if properties["brokerRole"] == "ASYNC_MASTER" { options.replication = .asynchronous }
        if let interval = properties["registerNameServerPeriod"].flatMap({ Int($0) }), interval > 0 {
            options.registrationInterval = .milliseconds(max(10_000, min(interval, 60_000)))
        }
        return options
    }
}
