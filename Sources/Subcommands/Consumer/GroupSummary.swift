import AdminClient
import AdminProtocol
import CommandKit

/// One group in `consumerProgress` without `-g`.
struct GroupSummary: TableRow {
    var group: String
    /// Connected clients.
    var count = 0
    /// The oldest version among the clients.
    var version: Int?
    /// `PULL` or `PUSH`.
    var type: String?
    /// `CLUSTERING` or `BROADCASTING`, of groups that are pushed to.
    var model: String?
    var consumeTps = 0.0
    var diff = 0

    static let columns: [Column<Self>] = [
        Column("#Group", "group", width: -64) {
            $0.group
        } text: {
            $0.group.front(64)
        },
        Column("#Count", "count", width: -6) { $0.count },
        Column("#Version", "version", width: -24, gap: 1) {
            $0.versionName
        } text: {
            $0.versionName ?? "OFFLINE"
        },
        Column("#Type", "type", width: -5) { $0.type },
        Column("#Model", "model", width: -14) { $0.model },
        Column("#TPS", "consumeTps", width: -7) {
            $0.consumeTps
        } text: {
            "\(Int(clamping: $0.consumeTps))"
        },
        Column("#Diff Total", "diff", width: 0) { $0.diff },
    ]

    private var versionName: String? { version.map { ServerVersion(rawValue: $0).name } }

    /// A row for each group that has a retry topic.
    ///
    /// A group without offsets or without clients is an ordinary one; what a broker refuses otherwise is a failure.
    static func table(of admin: Admin) async throws -> Table<Self> {
        let topics = try await admin.askNameServer(GetAllTopicList()).topicList
        let groups = Set(topics.compactMap(DerivedTopic.group(ofRetry:))).sorted()
        let results = await admin.gather(groups) { group in try await summary(of: group, admin) }
        let known = results.compactMap { (try? $0.get())?.progress }
        let mappings = try await admin.staticTopics(among: known.reduce(into: []) { $0.formUnion($1.topics) })
        // A broker that fails for one group fails for all: it is told once.
        let broken = Dictionary(known.flatMap(\.failures).map { ($0.address, $0.error) }) { first, _ in first }
        var failures = broken.map { Failure($0.key, $0.value) }.sorted { $0.target < $1.target }
        var rows: [Self] = []
        for (group, result) in zip(groups, results) {
            do {
                var (row, progress) = try result.get()
                try row.add(progress?.logical(mappings))
                rows.append(row)
            } catch {
                rows.append(Self(group: group))
                failures.append(Failure(group, error))
            }
        }
        return Table(rows, failures: failures)
    }

    private static func summary(of group: String, _ admin: Admin) async throws -> (row: Self, progress: GroupProgress?)
    {
        var row = Self(group: group)
        async let progress = progressIfAny(of: group, admin)
        if let connection = try await admin.connections(of: group) {
            row.count = connection.connectionSet.count
            row.version = connection.connectionSet.map(\.version).min()
            row.type = connection.consumeType == "CONSUME_ACTIVELY" ? "PULL" : "PUSH"
            row.model = connection.consumeType == "CONSUME_PASSIVELY" ? connection.messageModel : nil
        }
        return (row, try await progress)
    }

    private mutating func add(_ progress: GroupProgress?) {
        guard let progress else { return }
        consumeTps = progress.consumeTps
        diff = progress.offsets.reduce(0) { sum, entry in
            sum &+ (entry.offset.brokerOffset.value &- entry.offset.consumerOffset.value)
        }
    }

    private static func progressIfAny(of group: String, _ admin: Admin) async throws -> GroupProgress? {
        do { return try await admin.progress(of: group) } catch is NotFoundError { return nil }
    }
}

extension Int {
    /// As Java casts a double: towards zero, and never beyond the range.
    fileprivate init(clamping value: Double) {
        self = value.isNaN ? 0 : Int(exactly: value.rounded(.towardZero)) ?? (value < 0 ? .min : .max)
    }
}
