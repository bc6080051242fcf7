import CommandKit

/// Whom permissions are for: `User:<name>`, the one kind of subject that RocketMQ has (`SubjectType.java`).
struct SubjectName: ArgumentValue {
    static let kind = ValueKind("User:name", expects: "User:<name>")
    let text: String

    init(argument: String) throws(MalformedValue) {
        text = argument.trimmed
        // Brokers fail over a subject without a kind, and do not say why.
        let parts = text.split(separator: ":", maxSplits: 1)
        if parts.count < 2 { throw MalformedValue() }
    }

    var argument: String? { text }
}
