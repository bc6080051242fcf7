import AdminClient
import AdminProtocol
import CommandKit

extension ContextStore {
    /// Asks each name server, and each broker that they know; throws when none answers.
    func test(_ name: String?) async throws -> Table<CheckRow> {
        let settings = try effective(name).adminSettings { _ in nil }
        return try await Admin.with(session.admin.loop, settings) { try await survey($0) }
    }

    private func survey(_ admin: Admin) async throws -> Table<CheckRow> {
        guard !admin.settings.nameServers.addresses.isEmpty else { throw NoNameServerError() }
        let clock = session.clock
        let asked = try await admin.outcomes(of: admin.settings.nameServers.addresses) { address in
            let start = clock.milliseconds
            let info = try await admin.send(GetBrokerClusterInfo(), to: address)
            return (info, clock.milliseconds - start)
        }
        var rows = asked.values.map {
            CheckRow(server: "name server", address: "\($0.target)", milliseconds: $0.value.1)
        }
        var failures = asked.failures
        let addresses = Set(asked.values.flatMap { $0.value.0.brokerAddrTable.values.flatMap(\.brokerAddrs.values) })
        let brokers = addresses.compactMap { PeerAddress($0) }.sorted()
        let answers = await admin.gather(brokers) { address in
            let start = clock.milliseconds
            _ = try await admin.send(GetBrokerRuntimeInfo(), to: address)
            return clock.milliseconds - start
        }
        for (address, answer) in zip(brokers, answers) {
            switch answer {
            case .success(let time): rows.append(CheckRow(server: "broker", address: "\(address)", milliseconds: time))
            case .failure(let error): failures.append(Failure(address, error))
            }
        }
        return Table(rows, failures: failures)
    }
}
