public import AdminClient
public import EventLoop
internal import Remoting
internal import Synchronization

/// Answers requests as the servers of a recording did, each recorded address on a free port of this machine.
public final class RecordedServers: Sendable {
    private let exchanges: [RecordedExchange]
    private let uses: Mutex<[Int]>
    private let listeners: [(address: String, listener: Listener)]

    /// Values that differ from run to run.
    private static let volatile: Set<String> = [
        "beginTimestamp", "endTimestamp", "timestamp", "bornTimestamp", "clientHost", "suspendTimeoutMillis",
        "consumerTimeoutMillis", "time", "subVersion", "maxNum", "maxMsgNums",
    ]
    private static let ignored: Set<String> = ["Signature", "AccessKey", "SecurityToken"]
    /// Sends, heartbeats and routes: any recorded answer is as good.
    private static let anywhere: Set<Int> = [10, 310, 320, 34, 35, 105]

    /// Lends the servers of a recording to `body`.
    public static func with<Value: Sendable>(
        _ exchanges: [RecordedExchange], on loop: EventLoop, _ body: (RecordedServers) async throws -> Value
    ) async throws -> Value {
        var listeners: [(String, Listener)] = []
        for address in Set(exchanges.map(\.address)).sorted() {
            listeners.append((address, try await Listener.listen(on: loop)))
        }
        let servers = RecordedServers(exchanges, listeners)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for (address, listener) in listeners {
                group.addTask { try await servers.serve(listener, as: address) }
            }
            defer { group.cancelAll() }
            return try await body(servers)
        }
    }

    private init(_ exchanges: [RecordedExchange], _ listeners: [(address: String, listener: Listener)]) {
        (self.exchanges, self.listeners) = (exchanges, listeners)
        uses = Mutex(Array(repeating: 0, count: exchanges.count))
    }

    /// Where a recorded address really listens; an address that was not recorded refuses.
    public func route(_ address: PeerAddress) -> PeerAddress {
        PeerAddress(host: "127.0.0.1", port: places.first { $0.recorded == address.description }?.port ?? 1)
    }

    /// The recorded addresses, and the ports on which they are served here.
    public var places: [(recorded: String, port: UInt16)] { listeners.map { ($0.address, $0.listener.port) } }

    private func serve(_ listener: Listener, as address: String) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                let socket = try await listener.accept(until: .never)
                // A client that leaves, or sends what is no frame, ends its own connection alone.
                group.addTask { try? await self.serve(socket, as: address) }
            }
        }
    }

    private func serve(_ socket: Socket, as address: String) async throws {
        var decoder = FrameDecoder()
        while true {
            decoder.append(try await socket.read(until: .never))
            while let request = try decoder.next() {
                let answer = answer(to: request, at: address)
                if request.kind != .oneway { try await socket.write(answer.encoded(), until: .never) }
            }
        }
    }

    private func answer(to request: Frame, at address: String) -> Frame {
        var reply = Frame(code: 3, opaque: request.opaque)
        reply.kind = .response
        reply.remark = "no such exchange was recorded"
        if let response = best(for: request, at: address) {
            (reply.code, reply.remark) = (response.code, response.remark)
            (reply.fields, reply.body) = (response.fields, response.body)
        }
        return reply
    }

    /// The recorded response that fits best: by code and address, then by header fields, then the one used least.
    private func best(for request: Frame, at address: String) -> Frame? {
        let mine = request.fields.filter { !Self.ignored.contains($0.key) }
        let same = exchanges.indices.filter {
            exchanges[$0].request.code == request.code && exchanges[$0].response != nil
        }
        let here = same.filter { exchanges[$0].address == address }
        func fits(_ index: Int) -> Bool {
            let theirs = exchanges[index].request.fields
            return mine.allSatisfy {
                Self.volatile.contains($0.key) || theirs[$0.key].map { [v = $0.value] in v == $0 } ?? true
            }
        }
        var near = here.filter(fits)
        if near.isEmpty { near = same.filter(fits) }
        if near.isEmpty { near = here }
        if near.isEmpty, Self.anywhere.contains(request.code) { near = same }
        return uses.withLock { uses in
            let ranked = near.map {
                (index: $0, score: score(exchanges[$0].request, mine, request.body), used: uses[$0])
            }
            guard let best = ranked.max(by: { ($0.score, -$0.used) < ($1.score, -$1.used) }) else { return nil }
            uses[best.index] += 1
            return exchanges[best.index].response
        }
    }

    private func score(_ recorded: Frame, _ mine: [String: String], _ body: [UInt8]) -> Double {
        let theirs = recorded.fields.filter { !Self.ignored.contains($0.key) }
        var score = recorded.body == body ? 0.5 : 0
        for key in Set(mine.keys).union(theirs.keys) {
            let weight = Self.volatile.contains(key) ? 0.01 : 1
            score += mine[key] == theirs[key] ? weight : -3 * weight
        }
        return score
    }
}
