import AdminClient
import AdminProtocol
import EventLoop
import LooseJSON
import RecordingSupport
import Remoting

@testable import Sandbox

/// A recording's requests, sent to a sandbox one after another.
struct Rehearsal {
    private let sandbox: Sandbox
    private let cluster: RecordedCluster
    private var lines: [RecordedCluster.Place: Line] = [:]
    /// Connections of clients that the recording tells of, by broker.
    private var clients: [Int: [Line]] = [:]

    /// An exchange, and how the sandbox answered otherwise.
    struct Outcome: Sendable {
        var folder: String
        var file: String
        var generation: Generation
        var code: Int
        var differences: [String]
    }

    /// Runs all exchanges that were answered.
    static func run(_ recording: Recording, file: String, as cluster: RecordedCluster) throws -> [Outcome] {
        let loop = EventLoop()
        return try loop.run {
            try await Sandbox.with(cluster.options(at: recording.recordedAt ?? 0), on: loop) { sandbox in
                var rehearsal = Rehearsal(sandbox: sandbox, cluster: cluster)
                for (index, address) in cluster.brokers.enumerated() where address == nil {
                    await sandbox.dismiss(index)
                }
                let translation = cluster.translation(to: sandbox)
                var outcomes: [Outcome] = []
                for recorded in recording.exchanges {
                    guard let exchange = try Exchange(recorded, in: cluster, translation) else { continue }
                    guard let differences = try await rehearsal.differences(of: exchange) else { continue }
                    outcomes.append(
                        Outcome(
                            folder: cluster.folder, file: file, generation: cluster.generation, code: exchange.code,
                            differences: differences))
                }
                return outcomes
            }
        }
    }

    private init(sandbox: Sandbox, cluster: RecordedCluster) { (self.sandbox, self.cluster) = (sandbox, cluster) }

    /// Nil where there is nothing to compare: a long poll that the recording's end cut short.
    private mutating func differences(of exchange: Exchange) async throws -> [String]? {
        guard let expected = exchange.response else {
            // Java's broker stumbles over this one and says nothing.
            guard exchange.code == 52 else { return nil }
            let isSilent = try await line(to: exchange.place).isSilent(after: exchange.request)
            return isSilent ? [] : ["answered in place of silence"]
        }
        try await sandbox.seed(exchange)
        try await seedClients(exchange)
        var request = exchange.request
        if request.code == 33, case .broker(let index) = exchange.place,
            let offset = try await sandbox.storeMessage(of: exchange, in: index)
        {
            request.fields["offset"] = "\(offset)"
        }
        // What a poll waited for has come.
        if request.code == 11 { request.fields["suspendTimeoutMillis"] = "0" }
        let line = try await line(to: exchange.place)
        try await line.send(request)
        if request.code == 307, case .broker(let index) = exchange.place {
            try await answer(exchange, from: clients[index] ?? [])
        }
        guard let actual = try await line.answer(to: request.opaque) else { return ["no answer"] }
        return Comparison(of: actual, with: expected, code: exchange.code).differences
    }

    private mutating func line(to place: RecordedCluster.Place) async throws -> Line {
        if let line = lines[place] { return line }
        let line = try await Line(to: address(of: place), on: sandbox.loop)
        lines[place] = line
        return line
    }

    private func address(of place: RecordedCluster.Place) -> String {
        switch place {
        case .nameServer: sandbox.nameServerAddress
        case .controller: sandbox.controllerAddresses[0]
        case .broker(let index): sandbox.brokers[index].address
        }
    }

    /// The client that the request is for answers what it answered.
    private func answer(_ exchange: Exchange, from clients: [Line]) async throws {
        guard let client = clients.last, let recorded = exchange.response else { return }
        let relayed = try await client.request()
        var reply = Frame(code: recorded.code, opaque: relayed.opaque)
        (reply.kind, reply.fields) = (.response, recorded.fields)
        (reply.body, reply.remark) = (recorded.body, recorded.remark)
        (reply.language, reply.version) = (recorded.language, recorded.version)
        try await client.send(reply)
    }
}

extension Rehearsal {
    /// Connects the clients that an answer tells of.
    private mutating func seedClients(_ exchange: Exchange) async throws {
        guard case .broker(let index) = exchange.place else { return }
        let group = exchange.asked("consumerGroup") + exchange.asked("producerGroup")
        switch (exchange.code, exchange.response?.code) {
        case (203, 0), (204, 0), (328, 0), (38, 0), (307, 0), (321, 0), (11, 25):
            clients[index] = []
            try await sandbox.forgetClients(of: index)
            for client in Heartbeats.of(exchange, group) {
                let line = try await Line(to: address(of: exchange.place), on: sandbox.loop)
                try await line.send(client)
                _ = try await line.answer(to: client.opaque)
                clients[index, default: []].append(line)
            }
        case (38, _), (203, _), (204, _), (222, _): try await sandbox.forgetClients(of: index)
        default: break
        }
    }
}

extension Sandbox {
    /// As if all clients of a broker had left.
    fileprivate func forgetClients(of index: Int) throws {
        let clients = broker(index).clients
        let connections = clients.consumers.values.flatMap(\.clients.keys) + clients.producers.values.flatMap(\.keys)
        for connection in connections { clients.forget(connection: connection) }
    }
}
