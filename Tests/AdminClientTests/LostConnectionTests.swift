import AdminClient
import AdminProtocol
import EventLoop
import PeerSupport
import Remoting
import Testing

@Suite struct LostConnectionTests {
    /// Answers one request on each connection, and hangs up.
    private static let brief: ScriptedPeer.Behaviour = { socket in
        try await ScriptedPeer.forEachRequest(of: socket) { request in
            try await socket.write(request.answer(fields: ["value": "v"]).encoded(), until: .never)
            return false
        }
    }

    @Test func `a connection that has died is replaced for the next request`() throws {
        try withPeers([Self.brief]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                for round in 1...3 {
                    #expect(try await admin.send(question("k"), to: peers[0].address).value == "v")
                    #expect(peers[0].connections == round)
                    try await loop.sleep(until: .after(.milliseconds(100)))
                }
            }
        }
    }

    @Test func `a peer that hangs up fails what waits for it, at once`() throws {
        try withPeers([ScriptedPeer.sendingAndClosing([])]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let taken = await time {
                    let answers = await admin.gather(Array(0..<10)) { number in
                        _ = try await admin.send(question("\(number)"), to: peers[0].address)
                    }
                    for answer in answers {
                        guard case .failure(let error as RemotingError) = answer else {
                            Issue.record("\(answer)")
                            continue
                        }
                        #expect(error.reason == .hungUp)
                        #expect(error.request == GetKVConfig.code)
                    }
                }
                #expect(taken < .seconds(2))
            }
        }
    }

    @Test(arguments: [
        [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [0, 0, 0, 0], Array("GET / HTTP/1.1\r\n\r\n".utf8),
        [0, 0, 0, 8, 0, 0, 0, 200, 1, 2, 3, 4], [0, 0, 0, 8, 9, 0, 0, 4, 1, 2, 3, 4],
    ])
    func `garbage ends the connection with its reason, not with the time-out`(_ bytes: [UInt8]) throws {
        try withPeers([ScriptedPeer.sending(bytes)]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let taken = await time {
                    let error = await failure { _ = try await admin.send(question("k"), to: peers[0].address) }
                    guard case .garbage = (error as? RemotingError)?.reason else {
                        Issue.record("\(String(describing: error))")
                        return
                    }
                }
                #expect(taken < .seconds(2))
            }
        }
    }

    @Test func `cancelling ends a request that waits`() throws {
        try withPeers([ScriptedPeer.hanging]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let taken = await time {
                    await withTaskGroup(of: Bool.self) { group in
                        group.addTask {
                            do {
                                _ = try await admin.send(question("k"), to: peers[0].address)
                                return false
                            } catch { return error is CancellationError }
                        }
                        try? await loop.sleep(until: .after(.milliseconds(100)))
                        group.cancelAll()
                        #expect(await group.next() == true)
                    }
                }
                #expect(taken < .seconds(2))
                // The connection is still good: only the request was given up.
                let error = await failure {
                    _ = try await admin.send(question("k"), to: peers[0].address, within: .milliseconds(50))
                }
                #expect((error as? RemotingError)?.reason == .timedOut(.milliseconds(50)))
            }
            #expect(peers[0].connections == 1)
        }
    }

    @Test func `the client closes its connections when it is done, and does not wait for anyone`() throws {
        let ended = Flag()
        let watching: ScriptedPeer.Behaviour = { socket in
            do { try await ScriptedPeer.hanging(socket) } catch EventLoopError.closedByPeer { ended.raise() }
        }
        try withPeers([watching]) { peers, loop in
            let taken = try await time {
                try await withAdmin([], on: loop) { admin async throws in
                    _ = await failure {
                        _ = try await admin.send(question("k"), to: peers[0].address, within: .milliseconds(50))
                    }
                }
            }
            #expect(taken < .seconds(2))
            try await loop.sleep(until: .after(.milliseconds(100)))
            #expect(ended.isRaised)
        }
    }

    @Test func `big requests that go out at once do not mix`() throws {
        let counting = ScriptedPeer.answering { $0.answer(fields: ["value": "\($0.fields["value"]?.utf8.count ?? 0)"]) }
        try withPeers([counting]) { peers, loop in
            try await withAdmin([], on: loop, timeout: .seconds(30)) { admin async throws in
                let sizes = (1...12).map { $0 * 70_000 }
                let answers = await admin.gather(sizes) { size in
                    let value = String(repeating: "v", count: size)
                    _ = try await admin.send(PutKVConfig(namespace: "N", key: "k", value: value), to: peers[0].address)
                }
                #expect(answers.allSatisfy { (try? $0.get()) != nil })
            }
            #expect(peers[0].connections == 1)
        }
    }
}
