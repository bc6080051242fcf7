import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox

/// A fault that a sandbox has.
struct StandingFault: TableRow {
    var id: Int
    var fault: Fault
    /// How many requests it has struck.
    var hits: Int

    static let columns: [Column<Self>] = [
        Column("#Fault", "id") { $0.id },
        Column("#Request", "code") {
            $0.fault.code?.rawValue
        } text: {
            $0.fault.code.map { "\($0)" } ?? "*"
        },
        Column(key: "request") { $0.fault.code?.name },
        Column("#Server", "server") {
            $0.fault.server
        } text: {
            $0.fault.server ?? "*"
        },
        Column("#Does", "does") {
            $0.effect
        } text: {
            $0.doing
        },
        Column(key: "delayMillis") { $0.delayMillis },
        Column(key: "refusal") { $0.fault.terms["refusal"].flatMap { Int($0) } },
        Column(key: "remark") { $0.fault.terms["remark"] },
        Column("#Left", "left") {
            $0.fault.times
        } text: {
            $0.fault.times.map { "\($0)" } ?? "*"
        },
        Column("#Hits", "hits") { $0.hits },
    ]

    /// Reads what a sandbox answers.
    static func list(_ text: String) throws -> [StandingFault] {
        try (JSON(parsing: text.utf8).array ?? []).map { item in
            let members = item.members ?? []
            let terms = Dictionary(
                members.map { ($0.key.scalarText ?? "", $0.value.scalarText ?? "") }, uniquingKeysWith: { $1 })
            return StandingFault(
                id: Int(terms["id"] ?? "") ?? 0, fault: try Fault(terms), hits: Int(terms["hits"] ?? "") ?? 0)
        }
    }

    private var effect: String? { fault.terms["effect"] }
    private var delayMillis: Int? { fault.delay.map { Int($0 / .milliseconds(1)) } }

    private var doing: String {
        let refusal = fault.terms["refusal"].map { " \($0)" } ?? ""
        return [fault.delay?.argument.map { "delay \($0)" }, effect.map { $0 + refusal }].compactMap(\.self)
            .joined(separator: ", ")
    }
}
