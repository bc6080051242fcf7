import CommandKit

/// A property of a server's configuration, and its new value.
struct ConfigChange: Sendable {
    var key: String
    var value: String

    /// Throws a `UsageError` for a text that would change another property too: a server reads lines.
    init(key: String, value: String) throws(UsageError) {
        (self.key, self.value) = (key.trimmed, value.trimmed)
        if self.key.isEmpty || (self.key + self.value).contains(where: \.isNewline) {
            throw UsageError("a property has a name, and stands on one line")
        }
    }

    /// What is about to be done to the servers, which `kind` names.
    func plan(_ kind: String, _ servers: [some CustomStringConvertible]) -> Plan {
        Plan(
            summary: "set \(key) to \(value) on \(counted(servers.count, kind))",
            steps: servers.map { "\(kind) \($0)" })
    }

    /// What Java prints after the words that say it went well: the servers as it prints a list, then the property.
    func lines(_ success: String, _ servers: [some CustomStringConvertible]) -> [String] {
        ["\(success)[\(servers.map(\.description).joined(separator: ", "))]", "\(key) : \(value)"]
    }
}
