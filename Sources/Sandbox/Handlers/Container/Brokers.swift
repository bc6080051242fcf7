internal import AdminProtocol
internal import EventLoop

extension Container {
    static let brokerHandlers: [Handler<Container>] = [
        .on(AddBroker.self) { container, request, call in
            if request.configPath.isEmpty { throw Refusal(.systemError, "addBroker config path is empty") }
            guard call.isResumed else {
                container.order(request.configPath, for: call)
                return Empty()
            }
            if let refusal = container.collect(call)?.refusal { throw refusal }
            return Empty()
        },
        .on(RemoveBroker.self) { container, request, call in
            guard
                let broker = container.broker(request.brokerName, request.brokerId, in: request.brokerClusterName)
            else { throw Refusal(211, "Broker not exist") }
            container.brokers.removeAll { $0 === broker }
            broker.registration.close()
            call.answer(after: broker.registration.gone, until: .after(.seconds(10)))
            return Empty()
        },
    ]
}
