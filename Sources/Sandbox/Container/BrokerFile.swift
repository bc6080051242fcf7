internal import AdminProtocol
internal import Glibc
internal import LooseJSON

/// What the sandbox takes from the configuration file of a broker (`BrokerConfig.java`, `MessageStoreConfig.java`).
struct BrokerFile {
    var cluster: String
    var name: String
    /// 0 is a master.
    var id: Int
    /// 0 is any that is free.
    var port: UInt16
    /// Whether controllers choose the master.
    var isControlled: Bool

    /// Throws what a container answers where the file cannot be used.
    init(path: String) throws(Refusal) {
        guard let text = Self.read(path) else { throw Refusal(.systemError, "addBroker properties empty") }
        let properties = Dictionary(JavaProperties(parsing: text).entries)
        cluster = properties["brokerClusterName"] ?? "DefaultCluster"
        name = properties["brokerName"] ?? "DEFAULT_BROKER"
        port = properties["listenPort"].flatMap { UInt16($0) } ?? 6888
        isControlled = properties["enableControllerMode"] == "true"
        id = properties["brokerRole"] == "SLAVE" ? Int(properties["brokerId"] ?? "0") ?? 0 : 0
        if !isControlled, properties["brokerRole"] == "SLAVE", id <= 0 {
            throw Refusal(.systemError, "slave broker id must be > 0")
        }
        let counts = ["totalReplicas", "inSyncReplicas", "minInSyncReplicas"].map { Int(properties[$0] ?? "1") ?? 1 }
        if counts[0] < counts[1] || counts[0] < counts[2] || counts[1] < counts[2] {
            throw Refusal(.systemError, "invalid replicas number")
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
}
