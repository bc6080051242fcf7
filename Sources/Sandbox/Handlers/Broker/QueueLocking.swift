internal import AdminProtocol

extension Broker {
    static let queueLockHandlers: [Handler<Broker>] = [
        .on(LockBatchMQ.self) { broker, request, _ in
            LockedQueues(lockOKMQSet: broker.locks.lock(request.wanted, at: broker.options.clock.now))
        },
        .on(UnlockBatchMQ.self) { broker, request, _ in
            broker.locks.unlock(request.wanted)
            return Empty()
        },
    ]
}
