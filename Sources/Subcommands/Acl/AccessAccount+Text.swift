import AdminProtocol
import CommandKit

extension AccessAccount {
    /// As `PlainAccessConfig.toString()` of 5.1 prints it: without the secret key.
    var javaText: String {
        func quoted(_ text: String?) -> String { "'\(text ?? "null")'" }
        return "PlainAccessConfig{accessKey=\(quoted(accessKey)), whiteRemoteAddress=\(quoted(whiteRemoteAddress)), "
            + "admin=\(admin ?? false), defaultTopicPerm=\(quoted(defaultTopicPerm)), "
            + "defaultGroupPerm=\(quoted(defaultGroupPerm)), topicPerms=\(javaList(topicPerms)), "
            + "groupPerms=\(javaList(groupPerms))}"
    }

    /// A line for each value, and an empty one, as `GetAccessConfigSubCommand` of 5.1 prints them.
    var lines: [String] {
        let values = [
            ("accessKey", accessKey), ("secretKey", secretKey ?? ""), ("whiteRemoteAddress", whiteRemoteAddress ?? ""),
            ("admin", "\(admin ?? false)"), ("defaultTopicPerm", defaultTopicPerm ?? ""),
            ("defaultGroupPerm", defaultGroupPerm ?? ""), ("topicPerms", topicPerms.map(javaList) ?? ""),
            ("groupPerms", groupPerms.map(javaList) ?? ""),
        ]
        return values.map { "  \($0.padded(to: -18)): \($1)" } + [""]
    }
}
