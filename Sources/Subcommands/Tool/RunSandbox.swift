import AdminClient
import CommandKit
import EventLoop
import Sandbox

struct RunSandbox: Subcommand {
    static let about = About(
        "sandbox", .tool, "Run a cluster in this process, to try things on and to test with",
        discussion: """
            A name server and brokers that keep everything in memory. When they are ready, a line \
            NAMESRV_ADDR=host:port is printed; they run until interrupted. With -- and a command, the command runs with \
            NAMESRV_ADDR set, and its exit status is this program's: one line gives a CI job a cluster.
            """,
        examples: [
            Example("", "one broker, the name server on port 9876"),
            Example("--masters 2 --slaves 1 --topics T:8,ORDER:4", "a larger one, with two topics"),
            Example("--port 0 -- mqadmin clusterList", "run one command on a cluster of its own"),
        ])

    @Option(extra: "masters", "how many masters") var masters = 1
    @Option(extra: "slaves", "how many slaves each master has") var slaves = 0
    @Option(extra: "port", "the name server's port; 0 takes any that is free") var port: Port = 9876
    @Option(extra: "topics", "topics to start with, and their queues on each master, such as T:8,ORDER:4")
    var topics: SandboxTopics?
    @Option(extra: "cluster", "the cluster's name") var cluster = "DefaultCluster"
    @Words("command", "a command to run on the cluster", .afterTerminator) var command: [String]

    func run(in session: Session) async throws -> Series<Message> {
        guard (1...5000).contains(masters) else { throw UsageError("--masters has to be from 1 to 5000") }
        guard (0...9).contains(slaves) else { throw UsageError("--slaves has to be from 0 to 9") }
        var options = SandboxOptions()
        (options.masters, options.slavesPerMaster, options.port) = (masters, slaves, port.number)
        (options.topics, options.clusterName) = (topics?.topics ?? [], cluster)
        let ready = options
        return Series { emit in try await serve(ready, on: session.admin.loop, emit) }
    }

    private func serve(
        _ options: SandboxOptions, on loop: EventLoop, _ emit: Series<Message>.Emitter
    ) async throws {
        do {
            try await Sandbox.with(options, on: loop) { try await use($0, on: loop, emit) }
        } catch EventLoopError.system(let reason, let operation) where operation == "bind" || operation == "listen" {
            throw UsageError("cannot listen on port \(options.port): \(reason); --port 0 takes any that is free")
        }
    }

    private func use(_ sandbox: Sandbox, on loop: EventLoop, _ emit: Series<Message>.Emitter) async throws {
        let address = sandbox.nameServerAddress
        guard command.isEmpty else {
            throw try await CommandEnded(command, on: loop, nameServers: address)
        }
        try await emit(
            Message(
                "NAMESRV_ADDR=\(address)",
                fields: ["namesrvAddr": address, "brokers": sandbox.brokers.map(\.address)]))
        try await loop.sleep(until: .never)
    }
}
