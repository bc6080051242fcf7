import AdminProtocol
import CommandKit

/// A topic as it is on one broker after a change.
struct UpdatedTopic: TableRow {
    var broker: String
    var config: TopicConfig

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.broker },
        Column("#Topic", "topic") { $0.config.topicName },
        Column("#ReadQueue", "readQueueNums") { $0.config.readQueueNums },
        Column("#WriteQueue", "writeQueueNums") { $0.config.writeQueueNums },
        Column("#Perm", "perm") { $0.config.perm.rawValue },
        Column("#Order", "order") { $0.config.order },
        Column("#SysFlag", "topicSysFlag") { $0.config.topicSysFlag },
    ]

    /// `TopicConfig.toString()` of the edition; since 5.0 with the attributes as they were given.
    func text(edition: Edition, _ edits: AttributeEdits?) -> String {
        "TopicConfig [topicName=\(config.topicName), readQueueNums=\(config.readQueueNums), "
            + "writeQueueNums=\(config.writeQueueNums), perm=\(config.perm.letters), "
            + "topicFilterType=\(config.topicFilterType ?? "SINGLE_TAG"), topicSysFlag=\(config.topicSysFlag), "
            + "order=\(config.order)" + (edition == .v4 ? "]" : ", attributes=\(edits?.description ?? "{}")]")
    }
}

/// A topic's permission as a number: the sum of 4 to read, 2 to write and 1 to be a template.
struct TopicPermission: ArgumentValue {
    static let kind = ValueKind("2|4|6", expects: "2 (write), 4 (read) or 6 (both)", choices: ["2", "4", "6"])
    var permission: Permission

    /// `PermName.isValid` of 5.x: any sum of the three.
    init(argument: String) throws(MalformedValue) {
        guard let number = Int(argument), (0...7).contains(number) else { throw MalformedValue() }
        permission = Permission(rawValue: number)
    }

    var argument: String? { String(permission.rawValue) }
}
