import AdminClient
import AdminProtocol
import CommandKit

/// How `consumerStatus` asks the clients of a group.
struct ClientSurvey: Sendable {
    let group: String
    let jstack: Bool
    let session: Session

    /// Asks every client, writes what each says to a file, and compares the answers.
    func report(_ broker: PeerAddress?, layout: ClientsReport.Layout) async throws -> ClientsReport {
        let brokers = try await session.admin.brokers(of: group, only: broker)
        let clients = try await session.admin.consumers(of: group, at: brokers).connectionSet
        let now = session.clock.milliseconds
        let outcomes = try await session.admin.outcomes(of: clients.map(\.clientId)) { client in
            try await session.admin.runningInfo(of: client, in: group, jstack: jstack, through: brokers)
        }
        let infos = Dictionary(outcomes.values.map { ($0.target, $0.value) }) { first, _ in first }
        var report = ClientsReport(
            layout: layout, analysis: ClientAnalysis(of: infos, now: now, session.edition), failures: outcomes.failures)
        for client in clients {
            guard let info = infos[client.clientId] else { continue }
            let details = ClientDetails(clientId: client.clientId, info: info, edition: session.edition)
            report.failures += details.oddities
            do throws(FileError) {
                let name = fileName(client.clientId)
                _ = try PrivateFile.write(Array(details.text.utf8), named: name, in: "\(session.folder)/\(now)")
                let file = "\(now)/\(name)"
                report.rows.append(ClientRow(index: report.rows.count + 1, connection: client, file: file, info: info))
            } catch { report.failures.append(Failure(client.clientId, error)) }
        }
        return report
    }

    /// Asks one client.
    func details(of client: String, _ broker: PeerAddress?) async throws -> Record<ClientDetails> {
        let brokers = try await session.admin.brokers(of: group, only: broker)
        let info = try await session.admin.runningInfo(of: client, in: group, jstack: jstack, through: brokers)
        let details = ClientDetails(clientId: client, info: info, edition: session.edition)
        return Record(details, layout: .labels([], before: [details.text]), failures: details.oddities)
    }

    /// The id is the client's own choice: it must not lead out of the folder.
    private func fileName(_ client: String) -> String {
        let name = String(client.prefix(200).map { $0 == "/" || $0 == "\0" ? "_" : $0 })
        return name.allSatisfy { $0 == "." } ? "_\(name)" : name
    }
}

extension ClientDetails {
    /// Offsets beyond the range of RocketMQ's own tool, which C++ clients write for queues without one.
    var oddities: [Failure] {
        let queues = info.mqTable.filter(\.value.commitOffset.isWrapped).map(\.key.description)
        guard !queues.isEmpty else { return [] }
        return [
            Failure(
                clientId, "client \(clientId): unsigned offsets, taken for -1, of \(queues.joined(separator: ", "))")
        ]
    }
}
