import AdminClient
import AdminProtocol
import CommandKit

/// One rule of a subject in `getAcl` and `listAcl`; without a rule where the subject has none.
struct AclRow: TableRow {
    var broker: PeerAddress
    var subject: String
    var policyType: String?
    var rule: AclInfo.Rule?
    /// Whether the rows of its broker begin here.
    var isFirst = false

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.broker.description },
        Column("#Subject", "subject") { $0.subject },
        Column("#PolicyType", "policyType") { $0.policyType },
        Column("#Resource", "resource") { $0.rule?.resource },
        Column("#Actions", "actions") { $0.rule?.actions },
        Column("#SourceIp", "sourceIps") { $0.rule?.sourceIps },
        Column("#Decision", "decision") { $0.rule?.decision },
    ]

    /// A line as `ListAclSubCommand` prints it, under the titles for the first one of a broker.
    var text: String {
        let titles = ["#Subject", "#PolicyType", "#Resource", "#Actions", "#SourceIp", "#Decision"]
        let line = Self.line(rule.map { cells($0) } ?? [subject, "", "", "", "", ""])
        return isFirst ? "\(Self.line(titles))\n\(line)" : line
    }

    private func cells(_ rule: AclInfo.Rule) -> [String] {
        [
            subject, policyType ?? "null", rule.resource ?? "null", javaList(rule.actions), javaList(rule.sourceIps),
            rule.decision ?? "null",
        ]
    }

    private static func line(_ cells: [String]) -> String {
        zip(cells, [16, 10, 22, 20, 24, 10]).map { $0.padded(to: -$1) }.joined(separator: "  ")
    }
}

extension AclRow {
    /// The rules of what one broker answered.
    static func rows(_ acls: [AclInfo], on broker: PeerAddress) -> [Self] {
        var rows = acls.flatMap { acl in
            let policies = acl.policies ?? []
            if policies.isEmpty { return [Self(broker: broker, subject: acl.subject)] }
            return policies.flatMap { policy in
                (policy.entries ?? []).map {
                    Self(broker: broker, subject: acl.subject, policyType: policy.policyType, rule: $0)
                }
            }
        }
        if !rows.isEmpty { rows[0].isFirst = true }
        return rows
    }
}
