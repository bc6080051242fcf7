import AdminClient
import AdminProtocol
import CommandKit

struct UpdateBrokerConfig: Subcommand {
    static let about = About(
        "updateBrokerConfig", .broker, "Change a property of running brokers",
        discussion: """
            Brokers write the change to their configuration file too. Some properties only take effect when a broker \
            starts. The value is read back: a name that a broker does not have is an error; see getBrokerConfig.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -k deleteWhen -v 05", "on one broker"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -k fileReservedTime -v 48", "on every master of a cluster"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -a true -k traceOn -v false", "on its slaves too"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "on this broker", Target.broker),
        .option("c", "clusterName", "on every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("a", "updateAllBroker", "with -c, on slaves too, unless it is false", only: .v5) var all: String?
    @Option("k", "key", "the property's name") var key: BrokerProperty
    @Option("v", "value", "its new value") var value: String
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let change = try ConfigChange(key: key.text, value: value)
        try check(change)
        let includesSlaves = all.map { $0.trimmed.lowercased() != "false" } ?? false
        let brokers =
            includesSlaves
            ? try await session.admin.members(of: target).map(\.address)
            : try await session.admin.brokers(of: target)
        try await session.approve(change.plan("broker", brokers), safety)
        let request = AdminProtocol.UpdateBrokerConfig(key: change.key, value: change.value)
        return try await session.admin.change(brokers, saying: { "update broker config success, \($0)" }) { broker in
            try await session.make(change, on: broker, by: request, readingBack: AdminProtocol.GetBrokerConfig())
        }
    }

    /// A wrong permission would lock everybody out (`MixAll`, 5.x).
    private func check(_ change: ConfigChange) throws {
        guard change.key == "brokerPermission", Int(change.value).map({ (0...7).contains($0) }) != true else { return }
        throw UsageError("'\(change.value)' is no brokerPermission: 2 writes, 4 reads, 6 does both")
    }
}
