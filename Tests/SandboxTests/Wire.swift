import AdminClient
import EventLoop
import Remoting

/// A connection on which a test decides every byte.
final class Wire {
    private let socket: Socket
    private var decoder = FrameDecoder()
    /// What the server asked while an answer of it was awaited.
    var unread: [Frame] = []

    private init(_ socket: Socket) { self.socket = socket }

    static func connect(to address: PeerAddress, on loop: EventLoop) async throws -> Wire {
        Wire(
            try await Socket.connect(
                host: address.host, port: address.port, on: loop, until: .after(.seconds(5))))
    }

    func send(_ bytes: [UInt8]) async throws { try await socket.write(bytes, until: .after(.seconds(5))) }

    func send(_ frame: Frame) async throws { try await send(frame.encoded()) }

    /// The next frame; throws `EventLoopError.timedOut` when none comes in time.
    func frame(within limit: Duration = .seconds(30)) async throws -> Frame {
        while true {
            if let frame = try decoder.next() { return frame }
            decoder.append(try await socket.read(until: .after(limit)))
        }
    }

    /// Whether the other side ends the connection in time.
    func closes(within limit: Duration = .seconds(30)) async -> Bool {
        do {
            while true { _ = try await socket.read(until: .after(limit)) }
        } catch EventLoopError.timedOut {
            return false
        } catch {
            return true
        }
    }
}
