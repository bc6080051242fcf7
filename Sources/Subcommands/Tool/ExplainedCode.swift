import AdminProtocol
import CommandKit

/// A number that the tool or a server answers with.
struct ExplainedCode: TableRow {
    var kind: String
    var code: Int
    var name: String
    var meaning: String
    var hint: String?
    /// The status that this program ends with; nil for a success.
    var exitStatus: Int

    static let columns: [Column<Self>] = [
        Column("#Kind", "kind") { $0.kind }, Column("#Code", "code") { $0.code }, Column("#Name", "name") { $0.name },
        Column("#Meaning", "meaning") { $0.meaning }, Column("#Hint", "hint") { $0.hint },
        Column("#Exit", "exitStatus") { $0.exitStatus },
    ]
}

extension ExplainedCode {
    /// The response codes, then the exit statuses, each in order.
    static var all: [ExplainedCode] {
        ResponseCode.all.map(ExplainedCode.init) + ResponseCode.olderNames.map(ExplainedCode.init)
            + ExitStatus.allCases.map(ExplainedCode.init)
    }

    private init(_ code: ResponseCode, named name: String) {
        self.init(code)
        self.name = name
        meaning = "A broker with the access control lists of RocketMQ 4 could not change its file."
    }

    private init(_ code: ResponseCode) {
        let status = code == .success ? ExitStatus.success : ExitStatus(code)
        self.init(
            kind: "response code", code: code.rawValue, name: code.name ?? "", meaning: code.meaning ?? "",
            hint: code.hint(answering: AdminProtocol.SendMessage.code), exitStatus: Int(status.rawValue))
    }

    private init(_ status: ExitStatus) {
        self.init(
            kind: "exit status", code: Int(status.rawValue), name: "\(status)", meaning: status.meaning,
            hint: status.hint, exitStatus: Int(status.rawValue))
    }

    /// A line, and another one for what helps.
    var text: String {
        let end = kind == "exit status" ? "" : " The exit status is \(exitStatus)."
        return "\(kind) \(code) \(name): \(meaning)\(end)" + (hint.map { "\n  Hint: \($0)." } ?? "")
    }
}

extension ExitStatus {
    fileprivate var hint: String? {
        switch self {
        case .success, .interrupted, .unhealthy: nil
        case .failure: "the line on standard error says what the server said; --verbose says more"
        case .usage: "mqadmin help <command> lists its options"
        case .partial: "the lines on standard error, and errors in JSON, name each target that failed"
        case .notFound: "topicList, clusterList and consumerProgress list what there is"
        case .unreachable: "check -n, the context, --addr-map and the network; mqadmin config test asks every server"
        case .differences: "a dry run changes nothing: run it again without --dry-run"
        case .timedOut: "a longer --timeout waits longer"
        case .denied: "check the keys with mqadmin config view; a protected context wants --confirm-context"
        }
    }
}
