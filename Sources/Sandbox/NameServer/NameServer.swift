internal import AdminProtocol
internal import Remoting

/// The sandbox's name server: it knows brokers and their topics only from what brokers register.
final class NameServer: Service {
    var routes: RouteTable
    /// Values by namespace and key.
    var values: [String: [String: String]] = [:] { didSet { settings?.keep(.value, "", NamespaceTable(values)) } }
    var configuration: ServerConfiguration { didSet { settings?.keep(.property, "", configuration.changes) } }
    /// Where both are kept; nil in memory.
    private var settings: SettingsJournal?

    /// The answer to who asks for all clusters, until one changes: a thousand brokers take their time to write.
    private var clusterInfo: (generation: Int, body: [UInt8])?

    init(options: SandboxOptions, port: UInt16, keptIn data: DataFolder? = nil) throws(StorageError) {
        routes = RouteTable(expiry: options.brokerExpiry, clock: options.clock)
        configuration = Self.configuration(port: Int(port), options)
        guard let data else { return }
        let settings = try data.nameServerSettings()
        values = settings.value(.value, "", NamespaceTable.self)?.namespaces ?? [:]
        configuration.restore(settings.value(.property, "", String.self) ?? "")
        self.settings = settings
    }

    static let handlers = HandlerTable<NameServer>(
        registrationHandlers, routeHandlers, valueHandlers, configurationHandlers)

    /// Of 4.9.8 they stay silent where they do not know a request (`DefaultRequestProcessor.java`).
    func answer(_ call: Call) -> Frame {
        call.isUnanswered = call.generation == .v4 && !Self.handlers.codes.contains(call.request.code)
        return Self.handlers.answer(call, by: self)
    }

    func clusterInfoBody() throws -> [UInt8] {
        if let clusterInfo, clusterInfo.generation == routes.generation { return clusterInfo.body }
        let body = try routes.clusterInfo.bodyBytes()
        clusterInfo = (routes.generation, body)
        return body
    }

    /// A broker whose connection is gone is gone, as `BrokerHousekeepingService` has it.
    func forget(_ peer: Peer) { routes.removeBrokers(on: peer.id) }
}

/// The values of a name server as they are kept (`KVConfigSerializeWrapper.java`).
struct NamespaceTable: JSONContent {
    private var configTable: [String: [String: String]]

    init(_ namespaces: [String: [String: String]]) { configTable = namespaces }

    var namespaces: [String: [String: String]] { configTable }
}
