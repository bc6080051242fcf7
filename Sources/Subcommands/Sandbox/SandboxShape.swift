internal import CommandKit
internal import Sandbox

/// What kind of cluster a sandbox is.
struct SandboxShape: Options {
    @Option(extra: "masters", "how many masters (1)") var masters: Int?
    @Option(extra: "slaves", "how many slaves each master has (none)") var slaves: Int?
    @Option(extra: "controllers", "how many controllers choose the masters; none leaves them as they are")
    var controllers = 0
    @Option(extra: "container", "also run a broker container, for addBroker and removeBroker") var container: Bool
    @Option(extra: "port", "the name server's port; 0 takes any that is free") var port: Port = 9876
    @Option(extra: "topics", "topics to start with, and their queues on each master, such as T:8,ORDER:4")
    var topics: SandboxTopics?
    @Option(extra: "cluster", "the cluster's name (DefaultCluster)") var cluster: String?
    @Option(extra: "server-version", "which RocketMQ the servers are: the requests they know, and the JSON they write")
    var version = SandboxVersion(generation: .v5)

    func options() throws(UsageError) -> SandboxOptions {
        let (masters, slaves) = (masters ?? 1, slaves ?? 0)
        guard (1...5000).contains(masters) else { throw UsageError("--masters has to be from 1 to 5000") }
        guard (0...9).contains(slaves) else { throw UsageError("--slaves has to be from 0 to 9") }
        guard (0...9).contains(controllers) else { throw UsageError("--controllers has to be from 0 to 9") }
        if version.generation == .v4, controllers > 0 || container {
            throw UsageError("controllers and containers came with 5.0: --server-version 5.3.3 has them")
        }
        var options = SandboxOptions()
        options.serverVersion = version.generation
        (options.masters, options.slavesPerMaster, options.port) = (masters, slaves, port.number)
        (options.topics, options.clusterName) = (topics?.topics ?? [], cluster ?? options.clusterName)
        (options.controllers, options.hasContainer) = (controllers, container)
        return options
    }
}

/// Which RocketMQ the servers of a sandbox are.
struct SandboxVersion: ArgumentValue {
    static let kind: ValueKind = {
        let names = Generation.allCases.map(\.rawValue)
        return ValueKind(names.joined(separator: "|"), choices: names)
    }()
    let generation: Generation

    init(generation: Generation) { self.generation = generation }

    init(argument: String) throws(MalformedValue) {
        guard let generation = Generation(rawValue: argument) else { throw MalformedValue() }
        self.generation = generation
    }

    var argument: String? { generation.rawValue }
}
