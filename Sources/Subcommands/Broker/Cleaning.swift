import AdminClient
import AdminProtocol
import CommandKit

/// Which brokers clean up: those of every cluster, unless fewer are named.
struct CleaningScope: Options {
    @Choice(
        .option("b", "brokerAddr", "only on this broker", Target.broker),
        .option("c", "cluster", "only on the brokers of this cluster", Target.cluster)
    ) var target: Target?
    @OptionGroup var safety: Safety

    static let examples = [
        Example("-n 127.0.0.1:9876", "on every broker of every cluster"),
        Example("-n 127.0.0.1:9876 -c DefaultCluster", "on the brokers of one cluster"),
        Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 --dry-run", "see what would be done"),
    ]
    static let statuses: [ExitStatus: String] = [.notFound: "There is no such cluster: nothing was sent."]
}

extension Session {
    /// Sends a request without options to the brokers of `scope`, slaves included.
    ///
    /// Text is one word, as RocketMQ prints it: `success` when every broker accepted, else `false`.
    func clean<R: Request>(
        _ scope: CleaningScope, by request: R, plan deed: String
    ) async throws -> Table<ChangedBroker> where R.Response == Empty {
        let brokers = try await brokers(of: scope)
        let plan = Plan(
            summary: "\(deed) on \(counted(brokers.count, "broker"))", steps: brokers.map { "broker \($0)" })
        try await approve(plan, scope.safety)
        let outcomes = try await admin.outcomes(of: brokers) { broker in try await admin.send(request, to: broker) }
        return Table(
            outcomes.values.map { ChangedBroker(broker: $0.target.description) },
            layout: .labels([], after: [outcomes.failures.isEmpty ? "success" : "false"]), failures: outcomes.failures)
    }

    private func brokers(of scope: CleaningScope) async throws -> [PeerAddress] {
        if let target = scope.target { return try await admin.members(of: target).map(\.address) }
        let brokers = try await admin.clusterInfo().groups(of: nil).flatMap(\.members).map(\.address)
        if brokers.isEmpty { throw NotFoundError("no broker is registered at the name server") }
        return brokers
    }
}
