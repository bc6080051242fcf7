import EventLoop

func echo(_ listener: Listener, until deadline: Deadline) async throws {
    try await withThrowingDiscardingTaskGroup { group in
        while true {
            let peer = try await listener.accept(until: deadline)
            group.addTask {
                while let bytes = try? await peer.read(until: deadline) { try await peer.write(bytes, until: deadline) }
            }
        }
    }
}

/// Runs `body` next to an echo server on a loop of its own.
func withServer(_ body: @escaping @Sendable (EventLoop, UInt16, Deadline) async throws -> Void) throws {
    let loop = EventLoop()
    try loop.run {
        let deadline = Deadline.after(.seconds(120))
        let listener = try await Listener.listen(on: loop)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await echo(listener, until: deadline) }
            try await body(loop, listener.port, deadline)
            group.cancelAll()
            try? await group.waitForAll()
        }
    }
}

func receive(_ count: Int, from socket: Socket, until deadline: Deadline) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += try await socket.read(until: deadline) }
    return bytes
}

actor Talker {
    let socket: Socket
    init(_ socket: Socket) { self.socket = socket }
    func ask(_ bytes: [UInt8], until deadline: Deadline) async throws -> [UInt8] {
        try await socket.write(bytes, until: deadline)
        return try await receive(bytes.count, from: socket, until: deadline)
    }
}
