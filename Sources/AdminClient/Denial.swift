internal import AdminProtocol
internal import Remoting

/// A request that access control refused: who asked for what.
public struct Denial: Sendable, Equatable, CustomStringConvertible {
    /// The key that signed the request; nil where nothing did.
    public var accessKey: String?
    /// What the request is about, such as `topic 'T'`.
    public var resource: String

    /// Reads the resource from the request's fields; one without any is about the server itself.
    init(_ frame: Frame, accessKey: String?) {
        self.accessKey = accessKey
        let code = RequestCode(rawValue: frame.code)
        // Sending shortens the names of its fields to letters.
        let topic = (["topic"] + (code.rawValue == 310 ? ["b"] : [])).compactMap { frame.fields[$0] }.first
        let groups = ["group", "consumerGroup", "groupName", "producerGroup"]
        let named = [
            topic.map { "topic '\($0)'" }, groups.compactMap { frame.fields[$0] }.first.map { "group '\($0)'" },
        ].compactMap(\.self).joined(separator: " and ")
        resource = (code.name ?? "\(code)") + (named.isEmpty ? "" : " of \(named)")
    }

    public var description: String {
        let key = accessKey.map { "to access key '\($0)'" } ?? "without an access key (see --access-key)"
        return "\(resource) denied \(key)"
    }
}

extension BrokerError {
    /// Whether access control said no: 4.9 says so in words only, 5.x by a code that also means an entry that is there,
    /// or one that cannot be.
    public var isDenial: Bool {
        guard code == .noPermission else { return remark.holds("AclException") }
        let misfits = ["existed", "not exist", "is null", "is empty", "is invalid", "can not be "]
        return !misfits.contains { remark.holds($0) }
    }

    /// Whether it is about who asks, and not about a topic or broker that nobody may write to.
    var isAboutTheAsker: Bool { isDenial && !remark.holds("forbidden") }
}

extension String {
    /// Whether `part` stands in the text; the toolchain's own way would link its regular expressions.
    fileprivate func holds(_ part: String) -> Bool {
        let (text, part) = (Array(utf8), Array(part.utf8))
        guard part.count <= text.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
