internal import AdminProtocol
internal import LooseJSON
internal import Remoting

/// What answers lack that servers of 4.9.8 write; everything else they write as those of 5.3.3.
enum OlderForm {
    /// Members that 5.x added to bodies, at any depth, by request code.
    private static let members: [Int: Set<String>] = [
        21: [
            "attributes", "stateVersion", "mappingDataVersion", "topicQueueMappingDetailMap",
            "topicQueueMappingInfoMap",
        ],
        105: ["enableActingMaster", "zoneName", "topicQueueMappingByBroker"],
        106: ["enableActingMaster", "zoneName"],
        201: [
            "attributes", "stateVersion", "forbiddenTable", "consumeMessageOrderly", "consumeTimeoutMinute",
            "groupRetryPolicy", "groupSysFlag", "subscriptionDataSet",
        ],
        202: ["topicPutTps"],
        208: ["pullOffset"],
        317: ["pullOffset", "totalInflightDiff"],
    ]

    /// Header fields that 5.x added, by request code.
    private static let fields: [Int: Set<String>] = [
        10: ["transactionId"],
        11: ["topicSysFlag", "groupSysFlag"],
        34: ["IS_SUB_CHANGE", "IS_SUPPORT_HEART_BEAT_V2"],
        310: ["transactionId"],
        320: ["transactionId"],
    ]

    /// Takes from an answer to the request `code` what 4.9.8 does not know.
    static func apply(to reply: inout Frame, of code: Int) {
        for name in fields[code] ?? [] { reply.fields[name] = nil }
        // There was no code for it.
        if reply.code == ResponseCode.invalidParameter.rawValue { reply.code = ResponseCode.systemError.rawValue }
        if let remark = reply.remark, remark.hasSuffix(Refusal.moreInformation) {
            reply.remark = remark.dropLast(Refusal.moreInformation.count) + moreInformation
        }
        reply.body = body(reply.body, of: code)
    }

    /// A body in the form that the answer to the request `code` has.
    static func body(_ body: [UInt8], of code: Int) -> [UInt8] {
        guard let names = members[code], !body.isEmpty, let json = try? JSON(parsing: body) else { return body }
        return Array(json.without(names).looseDescription.utf8)
    }

    /// Where a remark sends its reader for more (`FAQUrl.java` 4.9.8).
    private static let moreInformation = "\nSee http://rocketmq.apache.org/docs/faq/ for further details."
}

extension RegisterBroker {
    /// As brokers of a generation say it: those of 4.9.8 know of no acting masters, and less of topics.
    func form(of generation: Generation) -> RegisterBroker {
        guard generation == .v4 else { return self }
        var older = self
        older.enableActingMaster = nil
        older.body = OlderForm.body(body, of: GetAllTopicConfig.code.rawValue)
        return older
    }
}

extension JSON {
    fileprivate func without(_ names: Set<String>) -> JSON {
        switch self {
        case .object(let members):
            .object(
                members.filter { !names.contains($0.key.string ?? "") }.map {
                    Member($0.key, $0.value.without(names))
                })
        case .array(let items): .array(items.map { $0.without(names) })
        default: self
        }
    }
}
