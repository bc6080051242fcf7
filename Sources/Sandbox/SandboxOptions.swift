public import TLS

/// What kind of cluster a `Sandbox` is.
public struct SandboxOptions: Sendable {
    /// A topic that exists from the start, on every master.
    public struct Topic: Sendable, Hashable {
        public var name: String
        /// Read and write queues on each master.
        public var queues: Int

        public init(name: String, queues: Int = 8) { (self.name, self.queues) = (name, queues) }
    }

    /// Which RocketMQ the servers are.
    public var serverVersion = Generation.v5
    /// Where all servers listen.
    public var host = "127.0.0.1"
    /// The name server's port; 0 is any free one, as brokers always take.
    public var port: UInt16 = 0
    /// How many brokers of id 0 there are, named `broker-a`, `broker-b`, … `broker-z`, `broker-aa`, ….
    public var masters = 1
    public var slavesPerMaster = 0
    /// When masters acknowledge what slaves have to store, too.
    public var replication = Replication.asynchronous
    /// What slaves wait before they take what is new, for tests of what happens in between.
    public var replicationDelay = Duration.zero
    /// How many brokers of each name choose their master themselves, in place of masters and slaves; 0 is none.
    public var dledger = 0
    /// Brokers as RocketMQ's own configuration files describe them, in place of all these.
    public var brokerFiles: [BrokerFile] = []
    /// How many controllers choose the masters; without any, masters stay what they are.
    public var controllers = 0
    /// Whether a broker container listens, which starts and stops brokers.
    public var hasContainer = false
    public var clusterName = "DefaultCluster"
    public var topics: [Topic] = []
    /// What the cluster has besides, for a large one.
    public var population: Population?
    /// Bytes of a message's body, beyond which a send is refused with code 13 (`maxMessageSize`).
    public var maximumMessageSize = 4 << 20
    /// Whether sending to a topic that does not exist creates it (`autoCreateTopicEnable`).
    public var createsTopics = true
    /// Whether a consumer group comes into being when it first shows up (`autoCreateSubscriptionGroup`).
    public var createsGroups = true
    /// Queues of `TBW102`, the template of topics that senders create (`defaultTopicQueueNums`).
    public var templateQueues = 8
    /// How often brokers tell the name server that they live, besides after every change of a topic.
    public var registrationInterval = Duration.seconds(30)
    /// How long the name server believes in a broker that does not register again.
    public var brokerExpiry = Duration.seconds(120)
    /// How often the name server looks for such brokers.
    public var expiryScan = Duration.seconds(5)
    /// How long a connection may be silent, and a write may take, before the server closes it.
    public var idleLimit = Duration.seconds(120)
    /// How the servers speak TLS, and their brokers with the name server; nil is not at all.
    public var security: Security?
    /// Who may use the brokers; nil is everybody.
    public var access: AccessControl?
    public var clock = WallClock.system
    public var storage = StorageOptions()

    /// When a master acknowledges a message.
    public enum Replication: String, Sendable, CaseIterable {
        case asynchronous = "async"
        /// When a slave has it.
        case synchronous = "sync"

        /// As `brokerRole` has it.
        var role: String { self == .synchronous ? "SYNC_MASTER" : "ASYNC_MASTER" }
    }

    /// The two sides of TLS.
    public struct Security: Sendable {
        public var server: TLSServer
        public var client: TLSClient

        public init(server: TLSServer, client: TLSClient) { (self.server, self.client) = (server, client) }
    }

    public init() {}

    /// Reads topics as the command line writes them, `T:8,ORDER:4`; a topic without a number has 8 queues.
    public static func topics(parsing text: String) throws(SandboxOptionsError) -> [Topic] {
        var topics: [Topic] = []
        for part in text.split(separator: ",") {
            let pieces = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(pieces[0])
            if let problem = TopicName.problem(with: name) { throw .badTopic(String(part), problem) }
            var topic = Topic(name: name)
            if pieces.count == 2 {
                guard let queues = Int(pieces[1]), (1...65_535).contains(queues) else {
                    throw .badTopic(String(part), "the number of queues is not from 1 to 65535")
                }
                topic.queues = queues
            }
            topics.append(topic)
        }
        return topics
    }

    /// With files for brokers, each says for itself whether controllers choose.
    func isControlled(_ broker: Broker) -> Bool { brokerFiles.isEmpty || broker.isControlled }

    /// The ports that brokers want; 0 is any that is free.
    var brokerPorts: [UInt16] {
        if !brokerFiles.isEmpty { return brokerFiles.map { $0.port ?? 0 } }
        return [UInt16](repeating: 0, count: masters * brokersPerName)
    }

    /// How many brokers have the same name.
    var brokersPerName: Int { dledger > 0 ? dledger : 1 + slavesPerMaster }

    /// The name of the DLedger group at `index`, as RocketMQ's own example has it.
    static func ledgerName(_ index: Int) -> String { index < 10 ? "RaftNode0\(index)" : "RaftNode\(index)" }

    /// The name of the master at `index`, counted from 0.
    public static func brokerName(_ index: Int) -> String {
        var letters: [UInt8] = []
        var rest = index + 1
        while rest > 0 {
            rest -= 1
            letters.append(UInt8(ascii: "a") + UInt8(rest % 26))
            rest /= 26
        }
        return "broker-" + String(decoding: letters.reversed(), as: UTF8.self)
    }
}

/// Why a text is not a part of `SandboxOptions`.
public enum SandboxOptionsError: Error, Equatable, CustomStringConvertible {
    case badTopic(String, String)

    public var description: String {
        switch self {
        case .badTopic(let text, let problem): "'\(text)' is not a topic for the sandbox: \(problem)"
        }
    }
}
