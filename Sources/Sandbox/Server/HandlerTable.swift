internal import AdminProtocol
internal import Remoting

/// What a server does with one type of request.
struct Handler<Server>: Sendable {
    let code: RequestCode
    let run: @Sendable (Server, Call) throws -> any FramePayload

    /// Answers requests of type `R` with their own response.
    static func on<R: Request>(
        _ type: R.Type, _ body: @escaping @Sendable (Server, R, Call) throws -> R.Response
    ) -> Handler {
        Handler(code: R.code) { server, call in try body(server, R(from: call.request), call) }
    }

    /// Answers requests of type `R` with bytes, or another form of the response, that need no decoding and encoding.
    static func on<R: Request, Payload: FramePayload>(
        _ type: R.Type, as payload: Payload.Type, _ body: @escaping @Sendable (Server, R, Call) throws -> Payload
    ) -> Handler {
        Handler(code: R.code) { server, call in try body(server, R(from: call.request), call) }
    }
}

/// The handlers of a server, by request code.
struct HandlerTable<Server>: Sendable {
    private let handlers: [Int: Handler<Server>]

    init(_ areas: [Handler<Server>]...) {
        handlers = Dictionary(areas.joined().map { ($0.code.rawValue, $0) }) { $1 }
    }

    /// The request codes that are answered.
    var codes: [Int] { handlers.keys.sorted() }

    func answer(_ call: Call, by server: Server) -> Frame {
        call.reply {
            guard let handler = handlers[call.request.code], call.generation.knows(call.request.code) else {
                throw Refusal(.requestCodeNotSupported, " request type \(call.request.code) not supported")
            }
            return try handler.run(server, call)
        }
    }
}

extension Call {
    /// The answer with what `produce` returns, or the refusal that it throws.
    func reply(_ produce: () throws -> any FramePayload) -> Frame {
        var reply = Frame(answering: request, by: generation)
        do {
            try produce().write(to: &reply)
            (reply.code, reply.remark) = (code.rawValue, remark)
        } catch {
            reply.refuse(Refusal(describing: error))
        }
        reply.fields.merge(fields) { own, _ in own }
        if generation == .v4 { OlderForm.apply(to: &reply, of: request.code) }
        return reply
    }
}

extension Refusal {
    fileprivate init(describing error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let error as PayloadError: self.init(error)
        default: self.init(.systemError, "\(error)")
        }
    }
}

extension Frame {
    /// An empty answer as Java's servers make it: the request's opaque and coding, their own language and version.
    init(answering request: Frame, by generation: Generation) {
        self.init(code: ResponseCode.success.rawValue, opaque: request.opaque)
        (kind, coding, language) = (.response, request.coding, .java)
        version = generation.version.rawValue
    }

    mutating func refuse(_ refusal: Refusal) { (code, remark) = (refusal.code.rawValue, refusal.remark) }
}
