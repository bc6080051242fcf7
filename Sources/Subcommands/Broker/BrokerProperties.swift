import CommandKit

/// One broker's configuration.
struct BrokerProperties: TableRow {
    var member: BrokerMember
    var properties: [String: String]

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.member.description },
        Column("#Master", "master") { row -> String? in
            if case .slave(let master) = row.member.role { master } else { nil }
        },
        Column("#Properties", "properties") { $0.properties },
    ]

    /// Heading, properties and an empty line, as `GetBrokerConfigCommand` prints them.
    var text: String {
        let lines = properties.sorted { $0.key < $1.key }.map { "\($0.padded(to: -50))=  \($1)" }
        return ([member.banner] + lines + [""]).joined(separator: "\n")
    }
}
