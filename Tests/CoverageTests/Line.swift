import AdminClient
import EventLoop
import Remoting

/// A connection to a server of the sandbox.
final class Line {
    private let socket: Socket
    private var decoder = FrameDecoder(limit: 64 << 20)

    init(to address: String, on loop: EventLoop) async throws {
        let parts = address.split(separator: ":").map(String.init)
        socket = try await Socket.connect(
            host: parts[0], port: UInt16(parts[1]) ?? 0, on: loop, until: .after(.seconds(5)))
    }

    func send(_ frame: Frame) async throws { try await socket.write(frame.encoded(), until: .after(.seconds(5))) }

    /// The answer to a request; nil when none comes.
    func answer(to opaque: Int32, within limit: Duration = .seconds(20)) async throws -> Frame? {
        do {
            return try await frame(within: limit) { $0.kind == .response && $0.opaque == opaque }
        } catch EventLoopError.timedOut {
            return nil
        }
    }

    /// Whether a request gets no answer; those of a connection come in order, so that the next one's tells.
    func isSilent(after request: Frame) async throws -> Bool {
        try await send(request)
        var next = Frame(code: 28, opaque: request.opaque &+ 1)
        next.fields = request.fields
        try await send(next)
        return try await self.next()?.opaque == next.opaque
    }

    /// The next frame, whatever it is.
    func next() async throws -> Frame? { try await frame(within: .seconds(20)) { _ in true } }

    /// What the server asks next, but for what wants no answer.
    func request() async throws -> Frame { try await frame(within: .seconds(20)) { $0.kind == .request } }

    private func frame(within limit: Duration, where matches: (Frame) -> Bool) async throws -> Frame {
        while true {
            while let frame = try decoder.next() { if matches(frame) { return frame } }
            decoder.append(try await socket.read(until: .after(limit)))
        }
    }
}
