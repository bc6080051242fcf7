import CommandKit

/// The name of a property of brokers.
struct BrokerProperty: ArgumentValue {
    static let kind = ValueKind("name", completion: .live(LiveKind.brokerProperty.rawValue))
    let text: String
    init(argument: String) { text = argument }
    var argument: String? { text }
}

/// The name of a property of name servers.
struct NameServerProperty: ArgumentValue {
    static let kind = ValueKind("name", completion: .live(LiveKind.nameServerProperty.rawValue))
    let text: String
    init(argument: String) { text = argument }
    var argument: String? { text }
}

/// The name of a property of controllers.
struct ControllerProperty: ArgumentValue {
    static let kind = ValueKind("name", completion: .live(LiveKind.controllerProperty.rawValue))
    let text: String
    init(argument: String) { text = argument }
    var argument: String? { text }
}
