import AdminClient
import AdminProtocol
import CommandKit

extension Session {
    /// Sends a request without options to the brokers of `target`, or of every cluster, slaves included.
    ///
    /// Text is one word, as RocketMQ prints it: `success` when every broker accepted, else `false`.
    func clean<R: Request>(
        _ request: R, _ target: Target?, _ safety: Safety, plan deed: String
    ) async throws -> Table<ChangedBroker> where R.Response == Empty {
        let brokers = try await brokersToClean(target)
        let plan = Plan(summary: "\(deed) on \(brokers.count) brokers", steps: brokers.map { "broker \($0)" })
        try await approve(plan, safety)
        let outcomes = try await admin.outcomes(of: brokers) { broker in try await admin.send(request, to: broker) }
        return Table(
            outcomes.values.map { ChangedBroker(broker: $0.target.description) },
            layout: .labels([], after: [outcomes.failures.isEmpty ? "success" : "false"]), failures: outcomes.failures)
    }

    private func brokersToClean(_ target: Target?) async throws -> [PeerAddress] {
        if let target { return try await admin.members(of: target).map(\.address) }
        let brokers = try await admin.clusterInfo().groups(of: nil).flatMap(\.members).map(\.address)
        if brokers.isEmpty { throw NotFoundError("no broker is registered at the name server") }
        return brokers
    }
}
