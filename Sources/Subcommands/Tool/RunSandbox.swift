import AdminClient
import CommandKit
import Sandbox

struct RunSandbox: Subcommand {
    static let about = About(
        "sandbox", .tool, "Run a cluster in this process, to try things on and to test with",
        discussion: """
            A name server and brokers that keep everything in memory. When they are ready, a line \
            NAMESRV_ADDR=host:port is printed, and CONTROLLER_ADDR and CONTAINER_ADDR where there are such; they run \
            until interrupted. With -- and a command, the command runs with these variables set, and its exit status \
            is this program's: one line gives a CI job a cluster.

            With --tls the servers speak TLS, too; lines MQADMIN_TLS_CA=file and the like tell of the files for clients.
            """,
        examples: [
            Example("", "one broker, the name server on port 9876"),
            Example("--masters 2 --slaves 1 --topics T:8,ORDER:4", "a larger one, with two topics"),
            Example("--slaves 2 --controllers 1", "controllers choose the master of each group"),
            Example("--tls=enforcing --tls-dir /tmp/tls", "one that is spoken to by TLS only"),
            Example("--port 0 -- mqadmin clusterList", "run one command on a cluster of its own"),
        ], isLocal: true)

    @Option(extra: "masters", "how many masters") var masters = 1
    @Option(extra: "slaves", "how many slaves each master has") var slaves = 0
    @Option(extra: "controllers", "how many controllers choose the masters; none leaves them as they are")
    var controllers = 0
    @Option(extra: "container", "also run a broker container, for addBroker and removeBroker") var container: Bool
    @Option(extra: "port", "the name server's port; 0 takes any that is free") var port: Port = 9876
    @Option(extra: "topics", "topics to start with, and their queues on each master, such as T:8,ORDER:4")
    var topics: SandboxTopics?
    @Option(extra: "cluster", "the cluster's name") var cluster = "DefaultCluster"
    @Option(extra: "tls", "speak TLS, besides plain connections or, with enforcing, in their place") var tls: TLSMode?
    @Option(extra: "tls-dir", "where the files for TLS are written, and stay (else a folder of their own)")
    var tlsFolder: FilePath?
    @Option(extra: "tls-client-auth", "with --tls: want a certificate of clients, too") var wantsCertificates: Bool
    @Words("command", "a command to run on the cluster", .afterTerminator) var command: [String]

    func run(in session: Session) async throws -> Series<Message> {
        guard (1...5000).contains(masters) else { throw UsageError("--masters has to be from 1 to 5000") }
        guard (0...9).contains(slaves) else { throw UsageError("--slaves has to be from 0 to 9") }
        guard (0...9).contains(controllers) else { throw UsageError("--controllers has to be from 0 to 9") }
        var options = SandboxOptions()
        (options.masters, options.slavesPerMaster, options.port) = (masters, slaves, port.number)
        (options.topics, options.clusterName) = (topics?.topics ?? [], cluster)
        (options.controllers, options.hasContainer) = (controllers, container)
        let (ready, terms) = (options, try security(session))
        return Series { emit in try await serve(ready, terms, on: session.admin.loop, emit) }
    }
}
