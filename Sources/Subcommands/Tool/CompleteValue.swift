import AdminClient
import AdminProtocol
import CommandKit

/// Lists the names that a shell may offer on Tab: those that the name server of the line so far knows.
struct CompleteValue: Subcommand {
    static let about = About(
        "__complete", .tool, "List names for a shell to offer",
        examples: [Example("topic -- mqadmin topicRoute -n 127.0.0.1:9876 -t", "the topics")], isHidden: true)

    @Word("kind", "what to list") var kind: LiveKind
    @Words("line", "the command line so far", .afterTerminator) var line: [String]

    func run(in session: Session) async throws -> Table<OfferedName> {
        var settings = session.admin.settings
        if let given = nameServers { settings.nameServers = given }
        // A shell waits for this at every Tab.
        settings.timeout = .milliseconds(200)
        let names = try await Admin.with(session.admin.loop, settings) { try await kind.names(from: $0) }
        return Table(names.map(OfferedName.init), layout: .lines { $0.name })
    }

    /// What `-n` says on the line; the line need not be whole, so it is not parsed as one.
    private var nameServers: NameServerList? {
        for (index, word) in line.enumerated() {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard let name = parts.first, ["-n", "--namesrvAddr"].contains(name) else { continue }
            let value = parts.count == 2 ? String(parts[1]) : line.dropFirst(index + 1).first
            return value.flatMap { try? NameServerList(parsing: $0) }
        }
        return nil
    }
}

/// A name that only a live cluster knows.
enum LiveKind: String, CaseIterable, ArgumentValue {
    case topic, group, broker, address, cluster

    func names(from admin: Admin) async throws -> [String] {
        switch self {
        case .topic: return try await admin.askNameServer(GetAllTopicList()).topicList.sorted()
        case .group:
            let topics = try await admin.askNameServer(GetAllTopicList()).topicList
            return Set(topics.compactMap(DerivedTopic.group(ofRetry:))).sorted()
        case .broker: return try await admin.clusterInfo().brokerAddrTable.keys.sorted()
        case .address:
            return try await admin.clusterInfo().brokerAddrTable.values.flatMap(\.brokerAddrs.values).sorted()
        case .cluster: return try await admin.clusterInfo().clusterAddrTable.keys.sorted()
        }
    }
}

struct OfferedName: TableRow {
    var name: String
    static let columns: [Column<Self>] = [Column("#Name", "name") { $0.name }]
}
