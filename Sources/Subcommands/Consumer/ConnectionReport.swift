import AdminProtocol
import CommandKit

/// Who is connected as a group, and what the group subscribes to.
struct ConnectionReport: Sections {
    var connection: AdminProtocol.ConsumerConnection

    static let sections: [Section<Self>] = [
        Section("connections") { Table($0.connection.connectionSet.map(ConnectionRow.init)) },
        Section("subscriptions") { report in
            Table(report.subscriptions, layout: .columns(before: ["", "Below is subscription:"]))
        },
        Section("mode") { report in
            let mode = GroupMode(connection: report.connection)
            return Record(mode, layout: .labels([], before: mode.lines))
        },
    ]

    private var subscriptions: [SubscriptionRow] {
        connection.subscriptionTable.sorted { $0.key < $1.key }.map { SubscriptionRow(subscription: $0.value) }
    }
}

/// One client of a group.
struct ConnectionRow: TableRow {
    var connection: ClientConnection

    init(_ connection: ClientConnection) { self.connection = connection }

    static let columns: [Column<Self>] = [
        Column("#ClientId", "clientId", width: -36, gap: 1) { $0.connection.clientId },
        Column("#ClientAddr", "clientAddr", width: -22, gap: 1) { $0.connection.clientAddr },
        Column("#Language", "language", width: -10, gap: 1) { $0.connection.language },
        Column("#Version", "version", width: 0) { $0.connection.versionName },
    ]
}

/// What a group wants of a topic.
struct SubscriptionRow: TableRow {
    var subscription: SubscriptionData

    static let columns: [Column<Self>] = [
        Column("#Topic", "topic", width: -20, gap: 1) { $0.subscription.topic },
        Column("#SubExpression", "subExpression", width: 0) { $0.subscription.subString },
        Column(key: "expressionType") { $0.subscription.expressionType },
        Column(key: "subVersion") { $0.subscription.subVersion },
    ]
}

/// How a group's clients work.
struct GroupMode: TableRow {
    var connection: AdminProtocol.ConsumerConnection

    static let columns: [Column<Self>] = [
        Column(key: "consumeType") { $0.connection.consumeType },
        Column(key: "messageModel") { $0.connection.messageModel },
        Column(key: "consumeFromWhere") { $0.connection.consumeFromWhere },
    ]

    var lines: [String] {
        [
            "", "ConsumeType: \(connection.consumeType ?? "null")",
            "MessageModel: \(connection.messageModel ?? "null")",
            "ConsumeFromWhere: \(connection.consumeFromWhere ?? "null")",
        ]
    }
}
