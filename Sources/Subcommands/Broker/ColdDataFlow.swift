import CommandKit
import LooseJSON

/// What one broker says of reads from disk.
struct ColdDataFlow: TableRow {
    var member: BrokerMember
    /// The broker's JSON; nil where it sent none.
    var info: JSON?

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.member.description },
        Column("#Info", "info") { $0.info ?? .null },
    ]

    /// Heading and JSON, as `GetColdDataFlowCtrInfoSubCommand` prints them.
    var text: String {
        let body = info.map { Self.withReadableTimes($0).inJavaHashOrder.text(.loosePretty) }
        return " \(member.banner)\n" + (body ?? "Broker[\(member)] has no cold ctr table !")
    }

    /// The times of each group in `runtimeTable` as dates, under other names.
    private static func withReadableTimes(_ info: JSON) -> JSON {
        guard case .object(var members) = info, let index = members.firstIndex(where: { $0.key == "runtimeTable" }),
            case .object(let groups) = members[index].value
        else { return info }
        members[index].value = .object(groups.map { JSON.Member($0.key, formatted($0.value)) })
        return .object(members)
    }

    private static func formatted(_ group: JSON) -> JSON {
        guard case .object(var members) = group else { return group }
        for name in ["lastColdReadTime", "createTime"] {
            guard let index = members.firstIndex(where: { $0.key == .string(name + "Mills") }),
                let time = members[index].value.int
            else { continue }
            members.remove(at: index)
            members.append(JSON.Member(.string(name + "Format"), .string(LocalTime(milliseconds: time).seconds)))
        }
        return .object(members)
    }
}
