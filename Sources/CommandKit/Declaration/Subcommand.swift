/// One thing the tool can do: the declaration that its parser, help, man page, completions and output derive from.
///
/// A conforming type is one struct in one file. It declares its words and options, and `run(in:)` returns a report
/// value; it never prints. Its initializer has no effect but to declare, because it also runs to describe the command.
///
/// ```swift
/// struct BrokerStatus: Subcommand {
///     static let about = About(
///         "brokerStatus", .broker, "Show the run-time figures of brokers",
///         examples: [Example("-n 127.0.0.1:9876 -c DefaultCluster", "every broker of a cluster")])
///
///     @Choice(
///         .option("b", "brokerAddr", "this broker", Target.broker),
///         .option("c", "clusterName", "every broker of this cluster", Target.cluster)
///     ) var target: Target
///     @Option("p", "prefix", "only figures whose name starts so") var prefix: String?
///     @Option(extra: "limit", "stop after so many figures") var limit = 1_000
///
///     struct Figure: TableRow {
///         let broker: String
///         let name: String
///         let value: String
///         static let columns: [Column<Self>] = [
///             Column("#Broker", "broker", width: -24) { $0.broker },
///             Column("#Name", "name", width: -32) { $0.name },
///             Column("#Value", "value", width: 0) { $0.value },
///         ]
///     }
///
///     func run(in admin: Admin) async throws -> Table<Figure> {
///         let answers = await admin.broadcast(GetBrokerRuntimeInfo(), to: target)
///         return Table(
///             answers.results.flatMap { figures(of: $0) }, layout: .columns(after: [""]),
///             failures: answers.failures.map { Failure($0.address, code: $0.code, $0.message) })
///     }
/// }
/// ```
public protocol Subcommand<Context>: Sendable {
    /// What a command works with: the connections, the options that all commands share.
    associatedtype Context: Sendable
    /// The report it answers with.
    associatedtype Output: Report

    /// Its name and prose; nothing in it is computed.
    static var about: About { get }

    /// Whether this run is about the tool alone, as `about` says unless the words on the line decide it.
    var isLocal: Bool { get }

    /// Declares the command's options, and fills them when a command line is being read.
    init()

    /// Does the work. Throws what the layer above maps to an exit status; what some targets refused while others
    /// answered is not thrown, it stands in the report's failures.
    func run(in context: Context) async throws -> Output
}

extension Subcommand {
    public var isLocal: Bool { Self.about.isLocal }
}
