internal import AdminProtocol
internal import LooseJSON
internal import Remoting

/// One of the things that a request needs a permission for: any of the actions, on a resource.
struct AccessNeed {
    /// `Topic`, `Group` or `Cluster`.
    var kind: String
    var name: String?
    var actions: [String]

    /// As refusals name it.
    var resource: String { "\(kind):\(name ?? "null")" }
}

/// What a request needs permissions for: ACL 2.0 (`DefaultAuthorizationContextBuilder.java` 5.3.3).
struct AccessNeeds {
    private let request: Frame
    private var needs: [AccessNeed] = []

    /// Throws the refusal of a request that cannot be read.
    static func of(_ request: Frame, in cluster: String) throws(Refusal) -> [AccessNeed] {
        var needs = AccessNeeds(request: request)
        return try needs.addOfClient() ? needs.needs : AccessTable.needs(of: request, in: cluster)
    }

    static let unread = Refusal(.noPermission, "parse authorization context error.")

    private init(request: Frame) { self.request = request }

    private mutating func topic(_ name: String?, _ actions: String...) {
        needs.append(AccessNeed(kind: "Topic", name: name, actions: actions))
    }

    /// A retry topic stands for its group.
    private mutating func group(_ name: String?, _ actions: String...) {
        let isRetry = name?.hasPrefix(Frame.retryPrefix) == true
        let name = isRetry ? name.map { String($0.dropFirst(Frame.retryPrefix.count)) } : name
        needs.append(AccessNeed(kind: "Group", name: name, actions: actions))
    }

    private mutating func readTopic(_ name: String?, _ actions: String...) {
        if name?.hasPrefix(Frame.retryPrefix) == true { return }
        needs.append(AccessNeed(kind: "Topic", name: name, actions: actions))
    }

    private mutating func read(_ readings: [Reading]) {
        for reading in readings {
            group(reading.group, "Sub")
            for name in reading.topics { readTopic(name, "Sub") }
        }
    }

    private func required(_ name: String) throws(Refusal) -> String {
        guard let value = request.fields[name] else { throw Self.unread }
        return value
    }

    private func readings() throws(Refusal) -> [Reading] {
        do throws(JSONError) { return try request.code == 34 ? request.subscriptions() : [request.locking()] } catch {
            throw Self.unread
        }
    }

    private mutating func send(to name: String?, as sender: String?) {
        guard name?.hasPrefix(Frame.retryPrefix) == true else { return topic(name, "Pub") }
        group(sender.flatMap { Broker.isBlank($0) ? nil : $0 } ?? name, "Sub")
    }

    /// Adds what the requests of producers and consumers need; says whether it is one.
    private mutating func addOfClient() throws(Refusal) -> Bool {
        let fields = request.fields
        switch request.code {
        case 10: send(to: fields["topic"], as: fields["group"])
        case 310, 320: send(to: fields["b"], as: fields["a"])
        case 370: topic(fields["topic"], "Pub")
        case 37: if let name = fields["topic"], !Broker.isBlank(name) { topic(name, "Pub") }
        case 36: group(fields["group"], "Sub")
        case 11:
            readTopic(fields["topic"], "Sub")
            group(fields["consumerGroup"], "Sub")
        case 12: topic(fields["topic"], "Sub", "Get")
        case 14, 15:
            let action = request.code == 14 ? "Get" : "Update"
            readTopic(try required("topic"), "Sub", action)
            group(try required("consumerGroup"), "Sub", action)
        case 34, 41, 42: read(try readings())
        case 35:
            _ = try required("clientID")
            if let name = fields["consumerGroup"], !Broker.isBlank(name) { group(name, "Sub") }
        default: return false
        }
        return true
    }
}
