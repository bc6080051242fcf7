import EventLoop
import PeerSupport
import TLS
import Testing

@Suite struct SessionTests {
    @Test func `megabytes go both ways at once, and arrive whole`() throws {
        try withPeer({ try ScriptedPeer.echoing(TLSServer($0.server())) }) { authority, peer, loop in
            let channel = try await authority.client().connect(to: peer.port, on: loop)
            let sent = (0..<(8 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
            async let writing: Void = channel.write(sent, until: .after(.seconds(60)))
            var received: [UInt8] = []
            while received.count < sent.count { received += try await channel.read(until: .after(.seconds(60))) }
            try await writing
            #expect(received == sent)
        }
    }

    @Test func `a handshake and an answer that come byte by byte are understood`() throws {
        try withPeer({ try ScriptedPeer.echoing(TLSServer($0.server())) }) { authority, peer, loop in
            let port = peer.port
            let dripping: ScriptedPeer.Behaviour = { client in
                let server = try await Socket.connect(host: "127.0.0.1", port: port, on: loop, until: .never)
                async let forth: Void = relay(from: client, to: server)
                try await relay(from: server, to: client)
                try await forth
            }
            try await ScriptedPeer.with([dripping], on: loop) { relays in
                let channel = try await authority.client().connect(to: relays[0].port, on: loop)
                try await channel.write([1, 2, 3], until: .after(.seconds(20)))
                var received: [UInt8] = []
                while received.count < 3 { received += try await channel.read(until: .after(.seconds(20))) }
                #expect(received == [1, 2, 3])
            }
        }
    }

    @Test(arguments: [true, false])
    func `an end is an end, with a good-bye or cut off`(_ isPolite: Bool) throws {
        try withPeer({ authority in
            try ScriptedPeer.secure(TLSServer(authority.server())) { channel, _ in
                try await channel.write([7], until: .never)
                if isPolite { await channel.close() }
            }
        }) { authority, peer, loop in
            let channel = try await authority.client().connect(to: peer.port, on: loop)
            #expect(try await channel.read(until: .after(.seconds(20))) == [7])
            let error = await failure { _ = try await channel.read(until: .after(.seconds(20))) }
            #expect(error as? EventLoopError == .closedByPeer)
        }
    }

    @Test(arguments: [[23, 3, 3, 0, 40] + [UInt8](repeating: 9, count: 40), Array("HTTP/1.1 400\r\n\r\n".utf8)])
    func `garbage in mid-session ends it`(_ garbage: [UInt8]) throws {
        try withPeer({ authority in
            try ScriptedPeer.secure(TLSServer(authority.server())) { channel, socket in
                _ = try await channel.read(until: .never)
                try await socket.write(garbage, until: .never)
                try await ScriptedPeer.hanging(socket)
            }
        }) { authority, peer, loop in
            let channel = try await authority.client().connect(to: peer.port, on: loop)
            try await channel.write([1], until: .never)
            let error = await failure { _ = try await channel.read(until: .after(.seconds(20))) } as? TLSError
            guard case .broken = error?.reason else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(error?.chain.isEmpty == false)
        }
    }

    @Test func `garbage right behind an answer ends the session after the answer`() throws {
        try withPeer({ authority in
            try ScriptedPeer.secure(TLSServer(authority.server())) { channel, socket in
                try await channel.write([7], until: .never)
                try await socket.write(Array("HTTP/1.1 400\r\n\r\n".utf8), until: .never)
                try await ScriptedPeer.hanging(socket)
            }
        }) { authority, peer, loop in
            let channel = try await authority.client().connect(to: peer.port, on: loop)
            try await loop.sleep(until: .after(.milliseconds(200)))
            #expect(try await channel.read(until: .after(.seconds(20))) == [7])
            for _ in 0..<2 {
                let error = await failure { _ = try await channel.read(until: .after(.seconds(20))) } as? TLSError
                guard case .broken = error?.reason else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
        }
    }

    @Test func `a read that nothing comes for ends with its deadline, and the session goes on`() throws {
        try withPeer({ try ScriptedPeer.echoing(TLSServer($0.server())) }) { authority, peer, loop in
            let channel = try await authority.client().connect(to: peer.port, on: loop)
            let error = await failure { _ = try await channel.read(until: .after(.milliseconds(50))) }
            #expect(error as? EventLoopError == .timedOut)
            try await channel.write([5], until: .never)
            #expect(try await channel.read(until: .after(.seconds(20))) == [5])
        }
    }
}

/// Hands on what comes, one byte at a time.
private func relay(from source: Socket, to target: Socket) async throws {
    while true {
        for byte in try await source.read(until: .never) { try await target.write([byte], until: .never) }
    }
}
