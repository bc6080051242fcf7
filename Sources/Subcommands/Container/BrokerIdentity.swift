import CommandKit

/// A broker of a container: `cluster:name:id`.
struct BrokerIdentity: ArgumentValue {
    static let kind = ValueKind("cluster:name:id", expects: "cluster:name:id with an id from 0 on")
    let cluster: String
    let name: String
    let id: Int

    init(argument: String) throws(MalformedValue) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map { String($0).trimmed }
        guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, let id = Int(parts[2]), id >= 0 else {
            throw MalformedValue()
        }
        (cluster, name, self.id) = (parts[0], parts[1], id)
    }

    var text: String { "\(cluster):\(name):\(id)" }
    var argument: String? { text }
}
