public import EventLoop
public import Remoting

extension ScriptedPeer {
    /// Reads, and never answers.
    public static let hanging: Behaviour = { socket in
        while true { _ = try await socket.read(until: .never) }
    }

    /// Hangs up as soon as somebody calls.
    public static let closing: Behaviour = { _ in }

    /// Answers the first bytes that come with `bytes`, whatever they are, and then stays silent.
    public static func sending(_ bytes: [UInt8]) -> Behaviour {
        { socket in
            _ = try await socket.read(until: .never)
            try await socket.write(bytes, until: .never)
            try await hanging(socket)
        }
    }

    /// Answers the first bytes that come with `bytes`, and hangs up.
    public static func sendingAndClosing(_ bytes: [UInt8]) -> Behaviour {
        { socket in
            _ = try await socket.read(until: .never)
            try await socket.write(bytes, until: .never)
        }
    }

    /// Answers each request by itself; nil leaves it without an answer.
    public static func answering(_ answer: @escaping @Sendable (Frame) async throws -> Frame?) -> Behaviour {
        { socket in
            try await forEachRequest(of: socket) { request in
                if let reply = try await answer(request) { try await socket.write(reply.encoded(), until: .never) }
                return true
            }
        }
    }

    /// Hands each request to `body` until it returns false.
    public static func forEachRequest(
        of socket: Socket, _ body: @Sendable (Frame) async throws -> Bool
    ) async throws {
        var decoder = FrameDecoder(limit: 64 << 20)
        while true {
            decoder.append(try await socket.read(until: .never))
            while let request = try decoder.next() {
                guard try await body(request) else { return }
            }
        }
    }
}

extension Frame {
    /// An answer to this request.
    public func answer(
        code: Int = 0, remark: String? = nil, fields: [String: String] = [:], body: [UInt8] = []
    ) -> Frame {
        var reply = Frame(code: code, opaque: opaque)
        (reply.kind, reply.remark, reply.fields, reply.body) = (.response, remark, fields, body)
        return reply
    }
}
