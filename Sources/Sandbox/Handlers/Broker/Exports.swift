internal import AdminProtocol

extension Broker {
    /// Both are about RocksDB: a broker that does not use it has nothing to write, and says that all went well.
    static let exportHandlers: [Handler<Broker>] = [
        .on(PopRollback.self) { _, _, call in
            call.remark = Refusal.unset
            return Empty()
        },
        .on(ExportRocksDBConfigToJson.self) { _, request, call in
            let known = ["topics", "subscriptiongroups", "consumeroffsets"]
            for name in request.configType.split(separator: ";") where !known.contains(name.lowercased()) {
                let exception = "java.lang.IllegalArgumentException: Unknown config type: \(name)"
                throw Refusal(.systemError, exception)
            }
            call.remark = "export done."
            return Empty()
        },
    ]
}
