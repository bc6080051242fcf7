public import AdminClient
public import CommandKit

/// The name of a topic; blanks around it do not belong to it.
struct TopicName: ArgumentValue {
    static let kind = ValueKind("topic", completion: .topic)
    let text: String
    init(argument: String) throws(MalformedValue) { text = try trimmedName(argument) }
    var argument: String? { text }
}

/// The name of a consumer or producer group.
struct GroupName: ArgumentValue {
    static let kind = ValueKind("group", completion: .group)
    let text: String
    init(argument: String) throws(MalformedValue) { text = try trimmedName(argument) }
    var argument: String? { text }
}

/// The name of a cluster of brokers.
struct ClusterName: ArgumentValue {
    static let kind = ValueKind("cluster", completion: .cluster)
    let text: String
    init(argument: String) throws(MalformedValue) { text = try trimmedName(argument) }
    var argument: String? { text }
}

/// The name that a master and its slaves share.
struct BrokerName: ArgumentValue {
    static let kind = ValueKind("broker", completion: .broker)
    let text: String
    init(argument: String) throws(MalformedValue) { text = try trimmedName(argument) }
    var argument: String? { text }
}

private func trimmedName(_ argument: String) throws(MalformedValue) -> String {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    let text = String(argument.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    if text.isEmpty { throw MalformedValue("a name, not an empty text") }
    return text
}

/// Where a broker listens.
struct BrokerAddress: ArgumentValue {
    static let kind = ValueKind(
        "host:port", expects: "an address such as 192.168.0.1:10911", completion: .brokerAddress)
    let peer: PeerAddress

    init(argument: String) throws(MalformedValue) {
        let text = try trimmedName(argument)
        guard let peer = PeerAddress(text) else { throw MalformedValue(AddressError(text: text).description) }
        self.peer = peer
    }

    var argument: String? { peer.description }
}

/// A text that a cluster knows, and that is sent to it as it was typed.
protocol KnownText: ArgumentValue {
    /// The kind of name, as `__complete` calls it.
    static var known: LiveKind { get }
    var text: String { get }
    init(argument: String)
}

extension KnownText {
    static var kind: ValueKind { ValueKind("text", completion: .live(known.rawValue)) }
    var argument: String? { text }
}

/// The id of a connected client.
struct ClientName: KnownText {
    static let known = LiveKind.client
    let text: String
    init(argument: String) { text = argument }
}

/// Edits of a topic's attributes, `+name=value,-name`.
struct TopicAttributes: KnownText {
    static let known = LiveKind.attribute
    let text: String
    init(argument: String) { text = argument }
}

/// The name of a property of brokers.
struct BrokerProperty: KnownText {
    static let known = LiveKind.brokerConfig
    let text: String
    init(argument: String) { text = argument }
}

/// The name of a property of name servers.
struct NameServerProperty: KnownText {
    static let known = LiveKind.namesrvConfig
    let text: String
    init(argument: String) { text = argument }
}

/// The name of a property of controllers.
struct ControllerProperty: KnownText {
    static let known = LiveKind.controllerConfig
    let text: String
    init(argument: String) { text = argument }
}

/// A file of the user's.
struct FilePath: ArgumentValue {
    static let kind = ValueKind("file", completion: .file)
    let text: String
    init(argument: String) throws(MalformedValue) { text = try trimmedName(argument) }
    var argument: String? { text }
}

extension NameServerList: ArgumentValue {
    public static var kind: ValueKind {
        ValueKind("host:port;…", expects: "addresses such as 192.168.0.1:9876;192.168.0.2:9876")
    }

    public init(argument: String) throws(MalformedValue) {
        do throws(AddressError) { try self.init(parsing: argument) } catch { throw MalformedValue(error.description) }
        if addresses.isEmpty { throw MalformedValue("at least one address, such as 192.168.0.1:9876") }
    }

    public var argument: String? { addresses.map(\.description).joined(separator: ";") }
}
