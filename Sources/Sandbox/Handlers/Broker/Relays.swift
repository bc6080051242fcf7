internal import AdminProtocol
internal import LooseJSON
internal import Remoting

/// What a broker cannot answer itself, but a client that is connected to it.
extension Broker {
    static let relayHandlers: [Handler<Broker>] = [
        .on(GetConsumerRunningInfo.self, as: ClientAnswer.self) { broker, request, call in
            try broker.relay(call, to: request.clientId, of: request.consumerGroup)
        },
        .on(ConsumeMessageDirectly.self, as: ClientAnswer.self) { broker, request, call in
            try broker.hand(request, call)
        },
        .on(InvokeBrokerToGetConsumerStatus.self) { broker, request, call in
            try broker.clientOffsets(request, call)
        },
    ]

    /// `AdminBrokerProcessor.callConsumer`: the request as it came, with other fields and another body if need be.
    private func relay(
        _ call: Call, to clientID: String, of group: String, fields: [String: String] = [:], body: [UInt8] = []
    ) throws -> ClientAnswer {
        if let inquiry = call.inquiry, let asked = inquiry.clients.first {
            return try answer(to: inquiry, by: asked, "<\(group)> <\(clientID)>", call)
        }
        guard let client = clients.consumers[group]?.clients.values.first(where: { $0.clientID == clientID }) else {
            throw Refusal(.systemError, "The Consumer <\(group)> <\(clientID)> not online")
        }
        guard client.version >= Self.firstAnswering else {
            let version = ServerVersion(rawValue: client.version).name
            let remark = "The Consumer <\(clientID)> Version <\(version)> too low to finish, "
            throw Refusal(.systemError, remark + "please upgrade it to V3_1_8_SNAPSHOT")
        }
        var request = Frame(code: call.request.code, opaque: 0, from: call.request, by: call.generation)
        request.fields = call.request.fields.merging(fields) { $1 }
        request.body = body
        call.ask([client.peer], request, within: .seconds(10))
        return ClientAnswer(frame: request)
    }

    private func answer(to inquiry: Inquiry, by client: Peer, _ name: String, _ call: Call) throws -> ClientAnswer {
        let package = "org.apache.rocketmq.remoting.exception."
        if let answer = inquiry.answers[client.id] {
            (call.code, call.remark) = (ResponseCode(rawValue: answer.code), answer.remark)
            return ClientAnswer(frame: answer)
        }
        guard inquiry.isWaiting(for: client) else {
            let reason = "\(package)RemotingSendRequestException: send request to <\(client.address)> failed"
            throw Refusal(.systemError, "invoke consumer \(name) Exception: \(reason)")
        }
        let reason = "\(package)RemotingTimeoutException: wait response on the channel <\(client.address)> timeout, "
        throw Refusal(.consumeMessageTimeout, "consumer \(name) Timeout: \(reason)10000(ms)")
    }

    /// The message goes along; where there is none, Java's broker stumbles.
    private func hand(_ request: ConsumeMessageDirectly, _ call: Call) throws -> ClientAnswer {
        guard let id = MessageID(request.msgId), let message = store.log.message(at: id.offset) else {
            throw Refusal(.systemError, "java.lang.NullPointerException")
        }
        var fields = ["brokerName": name]
        if let group = groups.find(request.consumerGroup) { fields["groupSysFlag"] = "\(group.groupSysFlag)" }
        return try relay(
            call, to: request.clientId, of: request.consumerGroup, fields: fields, body: Array(message))
    }

    /// `Broker2Client.getConsumeStatus`; clients that do not answer are left out.
    private func clientOffsets(_ request: InvokeBrokerToGetConsumerStatus, _ call: Call) throws -> ConsumerStatusTable {
        guard let group = clients.consumers[request.group] else {
            throw Refusal(.systemError, "java.lang.NullPointerException")
        }
        let wanted = request.clientAddr ?? ""
        let asked = group.clients.values.filter { wanted.isEmpty || $0.clientID == wanted }
        guard let inquiry = call.inquiry else {
            var question = Frame(code: RequestCode.clientOffsets, opaque: 0, from: call.request, by: call.generation)
            question.fields = ["topic": request.topic, "group": request.group]
            call.ask(asked.map(\.peer), question, within: .seconds(5))
            return ConsumerStatusTable([:])
        }
        let answers = asked.sorted { $0.clientID < $1.clientID }.compactMap { client in
            inquiry.answers[client.peer.id].flatMap { try? ClientOffsets(from: $0) }.map {
                (client.clientID, $0.messageQueueTable ?? [:])
            }
        }
        return ConsumerStatusTable(Entries(answers))
    }

    /// `V3_1_8_SNAPSHOT`: clients before it do not know the requests.
    private static let firstAnswering = 62
}

extension RequestCode {
    /// `GET_CONSUMER_STATUS_FROM_CLIENT`.
    fileprivate static let clientOffsets = 221
}

extension Frame {
    /// A request of a broker to a client, in the coding that the admin's request has.
    fileprivate init(code: Int, opaque: Int32, from request: Frame, by generation: Generation) {
        self.init(code: code, opaque: opaque)
        (coding, language, version) = (request.coding, .java, generation.version.rawValue)
    }
}

/// A client's answer, which the admin gets as it is.
struct ClientAnswer: FramePayload {
    var frame: Frame

    init(frame: Frame) { self.frame = frame }

    init(from frame: Frame) { self.frame = frame }

    func write(to reply: inout Frame) {
        (reply.fields, reply.body) = (frame.fields, frame.body)
        (reply.language, reply.version) = (frame.language, frame.version)
    }
}

/// The offsets of one client (`GetConsumerStatusBody.java`).
struct ClientOffsets: JSONContent {
    var messageQueueTable: Entries<MessageQueue, WireOffset>?
}
