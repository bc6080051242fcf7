internal import AdminClient
internal import AdminProtocol
internal import CommandKit
internal import LooseJSON

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

extension Session {
    /// Changes a property of a server and reads it back, because servers call it a success whatever the name is.
    ///
    /// Throws `NotFoundError` for a name that the server does not know, and tells of a value that it did not take.
    func make<Read: Request>(
        _ change: ConfigChange, on server: PeerAddress, by request: some Request, readingBack read: Read
    ) async throws where Read.Response == String {
        _ = try await admin.send(request, to: server)
        let text: String
        do { text = try await admin.send(read, to: server) } catch let error as BrokerError
            where error.code == .requestCodeNotSupported
        { return }
        let properties = Dictionary(JavaProperties(parsing: text).entries)
        guard let value = properties[change.key] else {
            let nearest = Nearest.names(to: change.key, among: properties.keys.sorted()).first
            let hint = nearest.map { "; did you mean \($0)?" } ?? ""
            throw NotFoundError("\(server) has no property '\(change.key)'\(hint)")
        }
        if value.trimmed != change.value { notify("\(server): \(change.key) is \(value), not \(change.value)") }
    }
}
