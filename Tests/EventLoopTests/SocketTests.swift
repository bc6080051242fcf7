import EventLoop
import Testing

@Suite(.serialized) struct SocketTests {
    @Test func `ten megabytes come back whole`() throws {
        try withServer { loop, port, deadline in
            let socket = try await Socket.connect(host: "127.0.0.1", port: port, on: loop, until: deadline)
            let sent = (0..<10_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            async let written: Void = socket.write(sent, until: deadline)
            let received = try await receive(sent.count, from: socket, until: deadline)
            try await written
            #expect(received == sent)
        }
    }

    @Test func `a reader that is slow makes the writer wait`() throws {
        try withServer { loop, port, deadline in
            let socket = try await Socket.connect(host: "127.0.0.1", port: port, on: loop, until: deadline)
            await #expect(throws: EventLoopError.timedOut) {
                try await socket.write([UInt8](repeating: 1, count: 50_000_000), until: .after(.milliseconds(300)))
            }
        }
    }

    @Test func `a peer that went away makes a write fail, and kills nobody`() throws {
        try withServer { loop, _, deadline in
            let listener = try await Listener.listen(on: loop)
            let socket = try await Socket.connect(
                host: "127.0.0.1", port: listener.port, on: loop, until: deadline)
            _ = try await listener.accept(until: deadline)
            await #expect(throws: EventLoopError.self) {
                while true { try await socket.write([UInt8](repeating: 1, count: 100_000), until: deadline) }
            }
        }
    }

    @Test func `names are looked up and unknown names are named`() throws {
        try withServer { loop, port, deadline in
            let socket = try await Socket.connect(host: "localhost", port: port, on: loop, until: deadline)
            try await socket.write([1, 2, 3], until: deadline)
            #expect(try await receive(3, from: socket, until: deadline) == [1, 2, 3])
            do {
                _ = try await Socket.connect(host: "no.such.host.invalid", port: port, on: loop, until: deadline)
                Issue.record("connected")
            } catch { #expect("\(error)".hasPrefix("look up no.such.host.invalid: ")) }
            await #expect(throws: EventLoopError.self) {
                _ = try await Socket.connect(host: "127.0.0.1", port: 1, on: loop, until: deadline)
            }
        }
    }

    @Test func `a read that timed out loses nothing`() throws {
        try withServer { loop, port, deadline in
            let socket = try await Socket.connect(host: "127.0.0.1", port: port, on: loop, until: deadline)
            await #expect(throws: EventLoopError.timedOut) { try await socket.read(until: .after(.milliseconds(20))) }
            try await socket.write([7], until: deadline)
            try await loop.sleep(until: .after(.milliseconds(20)))
            #expect(try await socket.read(until: deadline) == [7])
        }
    }

    @Test func `cancellation ends a read, a connect, a sleep and an accept`() throws {
        try withServer { loop, port, deadline in
            let socket = try await Socket.connect(host: "127.0.0.1", port: port, on: loop, until: deadline)
            let listener = try await Listener.listen(on: loop)
            let soon = Deadline.after(.milliseconds(500))
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await socket.read(until: deadline) }
                group.addTask { _ = try await listener.accept(until: deadline) }
                group.addTask { try await loop.sleep(until: deadline) }
                group.addTask { _ = try await Socket.connect(host: "192.0.2.1", port: 9, on: loop, until: deadline) }
                try? await loop.sleep(until: .after(.milliseconds(20)))
                group.cancelAll()
            }
            #expect(.now < soon)
        }
    }

    @Test func `the peer's end is told`() throws {
        let loop = EventLoop()
        try loop.run {
            let deadline = Deadline.after(.seconds(5))
            let listener = try await Listener.listen(on: loop)
            let socket = try await Socket.connect(host: "127.0.0.1", port: listener.port, on: loop, until: deadline)
            do { _ = try await listener.accept(until: deadline) }
            await #expect(throws: EventLoopError.closedByPeer) { try await socket.read(until: deadline) }
        }
    }

    @Test func `a port in use is refused`() throws {
        try withServer { loop, port, _ in
            await #expect(throws: EventLoopError.self) { try await Listener.listen(port: port, on: loop) }
        }
    }
}
