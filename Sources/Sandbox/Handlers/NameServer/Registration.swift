internal import AdminProtocol

extension NameServer {
    static let registrationHandlers: [Handler<NameServer>] = [
        .on(RegisterBroker.self) { server, request, call in
            if let sum = request.bodyCrc32, sum != 0, sum != Int(MessageStore.checksum(request.body)) {
                throw Refusal(.systemError, "crc32 not match")
            }
            let body = try RegisterBrokerBody(request)
            let wrapper = body.topicConfigSerializeWrapper
            guard let response = server.routes.register(request, wrapper, on: call.peer.id) else {
                throw Refusal(.systemError, "register broker failed")
            }
            return response
        },
        .on(UnregisterBroker.self) { server, request, _ in
            server.routes.unregister(request)
            return Empty()
        },
        .on(WipeWritePermOfBroker.self) { server, request, _ in
            WipedTopics(wipeTopicCount: server.routes.setWritable(false, brokerName: request.brokerName))
        },
        .on(AddWritePermOfBroker.self) { server, request, _ in
            AddedTopics(addTopicCount: server.routes.setWritable(true, brokerName: request.brokerName))
        },
    ]
}

extension RegisterBrokerBody {
    /// A broker that sends no body has no topics; the compressed form is not read yet.
    fileprivate init(_ request: RegisterBroker) throws {
        if request.compressed == true {
            throw Refusal(
                .systemError, "the sandbox does not read compressed registrations: set compressedRegister=false")
        }
        if request.body.isEmpty {
            let version = DataVersion(counter: 0, timestamp: 0)
            self.init(topicConfigSerializeWrapper: TopicConfigWrapper([:], version: version))
        } else {
            try self.init(body: request.body)
        }
    }
}
