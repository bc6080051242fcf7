import CommandKit

/// How the kernel reads ahead in commit log files.
enum ReadAheadMode: Int, ArgumentValue {
    case normal = 0
    case random = 1

    static let kind = ValueKind("0|1", expects: "0 (as the kernel sees fit) or 1 (random reads)", choices: ["0", "1"])

    init(argument: String) throws(MalformedValue) {
        guard let mode = Int(argument.trimmed).flatMap(Self.init(rawValue:)) else { throw MalformedValue() }
        self = mode
    }

    var argument: String? { "\(rawValue)" }
}

/// What a broker said to a new read-ahead mode.
struct ReadAheadResult: TableRow {
    var member: BrokerMember
    var result: String

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.member.description },
        Column("#Result", "result") { $0.result },
    ]

    var text: String { " \(member.banner)\ncommitLog set readAhead mode rstStr\(result)" }
}
