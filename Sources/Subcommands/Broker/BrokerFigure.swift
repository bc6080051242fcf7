import CommandKit

/// One run-time figure of a broker, as the broker writes it.
struct BrokerFigure: TableRow {
    var broker: String
    var name: String
    var value: String

    static let columns: [Column<Self>] = [
        Column(key: "broker") { $0.broker },
        Column(key: "name") { $0.name },
        Column(key: "value") { $0.value },
    ]

    /// The text of one broker's figures.
    static let ofOne: [Column<Self>] = [
        Column("#Name", width: -32, gap: 0) { $0.name },
        Column("#Value", width: 0) { ": \($0.value)" },
    ]

    /// The text of several brokers' figures.
    static let ofMany: [Column<Self>] = [Column("#Broker", width: -24, gap: 1) { $0.broker }] + ofOne
}
