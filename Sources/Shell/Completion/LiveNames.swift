internal import AdminClient
internal import CommandKit
internal import EventLoop
internal import Subcommands
internal import Synchronization

/// What the cluster knows, for Tab: a copy that is refreshed in the background, so that no key waits for a server.
final class LiveNames: Sendable {
    /// Names of a kind; `line` are the options that say whose, such as the group that clients belong to.
    struct Key: Hashable, Sendable {
        var kind: LiveKind
        var line: [String] = []

        init(kind: LiveKind) { self.kind = kind }

        /// The names that may follow in a line that is being typed.
        init(_ kind: LiveKind, of draft: Draft) {
            self.kind = kind
            guard [.client, .brokerConfig, .controllerConfig].contains(kind) else { return }
            let telling = ["consumerGroup", "groupName", "group", "brokerAddr", "clusterName", "controllerAddress"]
            line = telling.compactMap { name in draft.values[name].map { "--\(name)=\($0)" } }
        }
    }

    /// How the name servers were found at the last look.
    enum Reach: Sendable, Equatable {
        /// No name server is known yet.
        case unknown
        case connected(clusters: [String])
        case lost(reason: String)

        /// Whether a user should hear of the difference to `old`, clusters aside.
        func isNews(after old: Reach) -> Bool {
            switch (old, self) {
            case (.connected, .lost), (.lost, .connected), (.unknown, .lost): true
            default: false
            }
        }
    }

    private struct State {
        var names: [Key: (list: [String], until: Deadline, isStale: Bool)] = [:]
        var wanted: Set<Key> = [
            Key(kind: .topic), Key(kind: .group), Key(kind: .broker), Key(kind: .address), Key(kind: .attribute),
        ]
        var reach = Reach.unknown
        var poke = Ticket<Void>()
    }

    private static let freshness = Duration.seconds(10)
    private let loop: EventLoop
    private let state = Mutex(State())

    init(on loop: EventLoop) { self.loop = loop }

    var reach: Reach { state.withLock { $0.reach } }

    /// The names known so far; asks for them in the background where they are not, or are old.
    func names(_ key: Key) -> [String] {
        let known = state.withLock { state in
            state.wanted.insert(key)
            return state.names[key]
        }
        if known.map({ $0.until < .now }) ?? true { poke() }
        return known?.list ?? []
    }

    /// Looks at once, such as after a command that may have changed something.
    func poke(forgetting: Bool = false) {
        state.withLock { state in
            if forgetting { (state.names, state.reach) = ([:], .unknown) }
            for key in state.names.keys { state.names[key]?.isStale = true }
            state.poke.redeem(.success(()))
        }
    }

    /// Keeps the copy fresh until the task is cancelled; `changed` hears of each other reach, with the one before.
    func refresh(
        through admin: @escaping @Sendable () async throws -> Admin,
        changed: @escaping @Sendable (_ old: Reach, _ new: Reach) -> Void
    ) async throws {
        while true {
            let ticket = Ticket<Void>()
            state.withLock { $0.poke = ticket }
            let new = await look(through: admin)
            try Task.checkCancellation()
            let old = state.withLock { state in
                defer { state.reach = new }
                return state.reach
            }
            if old != new { changed(old, new) }
            // A time-out is the next regular look.
            do { try await loop.value(of: ticket, until: .after(.seconds(3))) } catch EventLoopError.timedOut {}
        }
    }

    private func look(through admin: @Sendable () async throws -> Admin) async -> Reach {
        do {
            let admin = try await admin()
            let clusters = try await LiveKind.cluster.names(from: admin, LineSoFar(words: []))
            keep(clusters, for: Key(kind: .cluster))
            for key in stale {
                // A kind that cannot be had now offers what it had.
                let names = (try? await key.kind.names(from: admin, LineSoFar(words: key.line))) ?? names(known: key)
                keep(names, for: key)
            }
            return .connected(clusters: clusters)
        } catch is NoNameServerError {
            return .unknown
        } catch {
            return .lost(reason: "\(error)")
        }
    }

    /// What is asked for again; an idle shell only asks whether the cluster is there.
    private var stale: [Key] {
        state.withLock { state in state.wanted.filter { state.names[$0]?.isStale ?? true } }
    }

    private func names(known key: Key) -> [String] { state.withLock { $0.names[key]?.list ?? [] } }

    /// A name with control characters is not offered: it would steer the terminal.
    private func keep(_ names: [String], for key: Key) {
        let list = names.filter { $0.escapingControls() == $0 && !$0.isEmpty }
        state.withLock { $0.names[key] = (list, .after(Self.freshness), false) }
    }
}
