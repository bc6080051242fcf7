internal import AdminClient
internal import EventLoop
internal import Synchronization

/// The clients that the shell's commands share: one for each way of reaching peers, with its connections kept warm.
actor Connections {
    private struct Opening: Sendable {
        let settings: Admin.Settings
        let admin = Ticket<Admin>()
        let end = Ticket<Void>()
    }

    private struct Open {
        let key: [String: String]
        let admin: Admin
        let end: Ticket<Void>
    }

    /// How many are kept open; the oldest goes.
    private static let most = 8
    private let loop: EventLoop
    private var open: [Open] = []
    private let openings: AsyncStream<Opening>
    private let requests: AsyncStream<Opening>.Continuation

    init(on loop: EventLoop) {
        self.loop = loop
        (openings, requests) = AsyncStream.makeStream()
    }

    /// Keeps the clients' connections until the task is cancelled.
    nonisolated func run() async {
        await withDiscardingTaskGroup { group in
            for await opening in openings {
                group.addTask { [loop] in
                    // Ends with the shell, or when others have taken its place: no failure of a command.
                    try? await Admin.with(loop, opening.settings) { admin in
                        opening.admin.redeem(.success(admin))
                        try await loop.value(of: opening.end, until: .never)
                    }
                }
            }
            group.cancelAll()
        }
    }

    /// A client with `settings`: the one that was given for the same `key` before, where it is still open.
    func admin(_ key: [String: String], _ settings: Admin.Settings) async throws -> Admin {
        var key = key
        key["-"] = settings.nameServers.addresses.map(\.description).joined(separator: ";")
        if let known = open.first(where: { $0.key == key }) { return known.admin }
        let opening = Opening(settings: settings)
        requests.yield(opening)
        let admin = try await loop.value(of: opening.admin, until: .never)
        open.append(Open(key: key, admin: admin, end: opening.end))
        if open.count > Self.most { open.removeFirst().end.redeem(.success(())) }
        return admin
    }

    /// Forgets every client; those that are in use go on until they are done.
    func reset() {
        for each in open { each.end.redeem(.success(())) }
        open = []
    }
}
