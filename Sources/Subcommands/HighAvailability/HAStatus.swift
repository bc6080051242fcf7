import AdminClient
import AdminProtocol
import CommandKit

struct HAStatus: Subcommand {
    static let about = About(
        "haStatus", .highAvailability, "Show how far slaves are behind their master",
        discussion: """
            A master has a row for each slave; Diff is what the slave lacks, in bytes. A slave tells how far it has \
            come itself. Brokers answer this since RocketMQ 5.0.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster", "each master of a cluster"),
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -i 5", "one broker, again every five seconds"),
        ],
        statuses: [.notFound: "There is no such cluster."])

    @Choice(
        .option("b", "brokerAddr", "this broker", Target.broker),
        .option("c", "clusterName", "every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("i", "interval", "print again every so many seconds, until interrupted") var interval: Seconds?

    func run(in session: Session) async throws -> Series<Table<ReplicationStatus>> {
        let target = target
        return session.repeated(every: interval) {
            let brokers = try await session.admin.brokers(of: target)
            let outcomes = try await session.admin.outcomes(of: brokers) { broker in
                try await session.admin.send(GetBrokerHAStatus(), to: broker)
            }
            let rows = outcomes.values.map { ReplicationStatus(broker: $0.target, info: $0.value) }
            return Table(rows, layout: .lines { $0.text }, failures: outcomes.failures)
        }
    }
}
