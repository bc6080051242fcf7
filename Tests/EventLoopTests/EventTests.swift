import EventLoop
import Glibc
import Testing

@Suite(.serialized) struct EventTests {
    @Test func `timers keep their order`() throws {
        let loop = EventLoop()
        let order = try loop.run {
            try await withThrowingTaskGroup(of: Int.self) { group in
                for delay in [30, 10, 20] {
                    group.addTask {
                        try await loop.sleep(until: .after(.milliseconds(delay)))
                        return delay
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(order == [10, 20, 30])
    }

    @Test func `signals and pipes wake the loop`() throws {
        let loop = EventLoop()
        try loop.run {
            async let interrupted: Void = loop.signal(SIGUSR1, until: .after(.seconds(5)))
            var ends: [CInt] = [0, 0]
            pipe(&ends)
            let (output, input) = (ends[0], ends[1])
            async let readable: Void = loop.readable(output, until: .after(.seconds(5)))
            try await loop.sleep(until: .after(.milliseconds(10)))
            kill(getpid(), SIGUSR1)
            try await interrupted
            write(input, "x", 1)
            try await readable
            close(input)
            close(output)
        }
    }

    @Test func `tasks that spin do not starve sockets`() throws {
        try withServer { loop, port, deadline in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { while !Task.isCancelled { await Task.yield() } }
                let socket = try await Socket.connect(host: "127.0.0.1", port: port, on: loop, until: deadline)
                try await socket.write([1], until: deadline)
                #expect(try await socket.read(until: deadline) == [1])
                group.cancelAll()
            }
        }
    }

    @Test func `a thousand tasks and actors from outside may use the loop`() throws {
        try withServer { loop, port, deadline in
            let outsiders = (0..<1_000).map { index in
                Task.detached {
                    let socket = try await Socket.connect(host: "127.0.0.1", port: port, on: loop, until: deadline)
                    let talker = Talker(socket)
                    let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 &+ index) }
                    async let early = talker.ask(bytes, until: deadline)
                    _ = try await early
                    if index.isMultiple(of: 3) {
                        let reading = Task { try await socket.read(until: deadline) }
                        reading.cancel()
                        _ = await reading.result
                    }
                    return try await talker.ask(bytes, until: deadline) == bytes
                }
            }
            for outsider in outsiders {
                let isSame = try await outsider.value
                #expect(isSame)
            }
        }
    }

    @Test func `sockets may outlive the run, the loop ends with the last of them`() throws {
        let loop = EventLoop()
        let (listener, socket, peer) = try loop.run {
            let listener = try await Listener.listen(on: loop)
            let socket = try await Socket.connect(
                host: "127.0.0.1", port: listener.port, on: loop, until: .after(.seconds(1)))
            return (listener, socket, try await listener.accept(until: .after(.seconds(1))))
        }
        withExtendedLifetime((listener, socket, peer)) {}
    }

    @Test func `run may be called again and brings errors out`() throws {
        let loop = EventLoop()
        #expect(try loop.run { 1 } == 1)
        #expect(throws: EventLoopError.timedOut) {
            try loop.run { try await loop.value(of: Ticket<Void>(), until: .now) }
        }
    }
}
