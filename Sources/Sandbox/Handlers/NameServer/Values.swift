internal import AdminProtocol
internal import LooseJSON

extension NameServer {
    static let valueHandlers: [Handler<NameServer>] = [
        .on(PutKVConfig.self) { server, request, _ in
            server.values[request.namespace, default: [:]][request.key] = request.value
            return Empty()
        },
        .on(GetKVConfig.self) { server, request, _ in
            guard let value = server.values[request.namespace]?[request.key] else {
                let name = "Namespace: \(request.namespace) Key: \(request.key)"
                throw Refusal(.queryNotFound, "No config item, \(name)")
            }
            return KVConfigValue(value)
        },
        .on(DeleteKVConfig.self) { server, request, _ in
            server.values[request.namespace]?[request.key] = nil
            return Empty()
        },
        .on(GetKVListByNamespace.self) { server, request, _ in
            guard let values = server.values[request.namespace] else {
                throw Refusal(.queryNotFound, "No config item, Namespace: \(request.namespace)")
            }
            return KVTable(Entries(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
        },
    ]
}
