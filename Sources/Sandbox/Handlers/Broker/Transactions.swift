internal import AdminProtocol

extension Broker {
    static let transactionHandlers: [Handler<Broker>] = [
        .on(EndTransaction.self) { broker, request, call in
            guard broker.isMaster else { throw Refusal(.slaveNotAvailable, nil) }
            let parts = [StoredMessage.TransactionPart.commit, .rollback].map(\.rawValue)
            if parts.contains(request.commitOrRollback) {
                try broker.end(request)
            } else {
                // To a client that does not know, real brokers do not say anything.
                call.isUnanswered = true
            }
            return Empty()
        }
    ]
}
