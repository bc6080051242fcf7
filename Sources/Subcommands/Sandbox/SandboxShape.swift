internal import CommandKit
internal import Sandbox

/// What kind of cluster a sandbox is.
struct SandboxShape: Options {
    @Option(extra: "masters", "how many masters") var masters = 1
    @Option(extra: "slaves", "how many slaves each master has") var slaves = 0
    @Option(extra: "controllers", "how many controllers choose the masters; none leaves them as they are")
    var controllers = 0
    @Option(extra: "container", "also run a broker container, for addBroker and removeBroker") var container: Bool
    @Option(extra: "port", "the name server's port; 0 takes any that is free") var port: Port = 9876
    @Option(extra: "topics", "topics to start with, and their queues on each master, such as T:8,ORDER:4")
    var topics: SandboxTopics?
    @Option(extra: "cluster", "the cluster's name") var cluster = "DefaultCluster"

    func options() throws(UsageError) -> SandboxOptions {
        guard (1...5000).contains(masters) else { throw UsageError("--masters has to be from 1 to 5000") }
        guard (0...9).contains(slaves) else { throw UsageError("--slaves has to be from 0 to 9") }
        guard (0...9).contains(controllers) else { throw UsageError("--controllers has to be from 0 to 9") }
        var options = SandboxOptions()
        (options.masters, options.slavesPerMaster, options.port) = (masters, slaves, port.number)
        (options.topics, options.clusterName) = (topics?.topics ?? [], cluster)
        (options.controllers, options.hasContainer) = (controllers, container)
        return options
    }
}
