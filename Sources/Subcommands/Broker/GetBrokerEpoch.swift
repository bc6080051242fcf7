import AdminClient
import AdminProtocol
import CommandKit
import EventLoop

struct GetBrokerEpoch: Subcommand {
    static let about = About(
        "getBrokerEpoch", .broker, "Show which masters a broker has seen, in controller mode",
        discussion: """
            A controller gives each new master a number, its epoch. Replicas whose epochs differ have parted ways. \
            Every broker of a name, or of a cluster, is asked; only brokers in controller mode know.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -b broker-a", "a master and its slaves"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -i 5", "a cluster, again every five seconds"),
        ])

    @Choice(
        .option("b", "brokerName", "the brokers of this name", EpochTarget.broker),
        .option("c", "clusterName", "every broker of this cluster", EpochTarget.cluster)
    ) var target: EpochTarget
    @Option("i", "interval", "print again every so many seconds, until interrupted") var interval: Int?

    func run(in session: Session) async throws -> Series<Table<BrokerEpochs>> {
        guard let interval else {
            let table = try await table(in: session)
            return Series { emit in try await emit(table) }
        }
        guard interval > 0 else { throw UsageError("the interval must be at least one second") }
        return Series { emit in
            while true {
                try await emit(table(in: session))
                try await session.admin.loop.sleep(until: .after(.seconds(interval)))
            }
        }
    }

    private func table(in session: Session) async throws -> Table<BrokerEpochs> {
        let info = try await session.admin.clusterInfo()
        let members = try target.groups(in: info).flatMap(\.members)
        let outcomes = try await session.admin.outcomes(of: members) { member in
            try await session.admin.send(GetBrokerEpochCache(), to: member.address)
        }
        let rows = outcomes.values.map { BrokerEpochs(address: $0.target.description, cache: $0.value) }
        return Table(rows, layout: .lines { $0.text }, failures: outcomes.failures)
    }
}
