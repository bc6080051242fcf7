import AdminClient
import AdminProtocol
import EventLoop
import PeerSupport
import Testing

@Suite struct FailOverTests {
    /// Peers that bring no answer, each in its own way.
    static let broken: [(name: String, behaviour: ScriptedPeer.Behaviour)] = [
        ("hanging", ScriptedPeer.hanging), ("closing", ScriptedPeer.closing),
        ("garbage", ScriptedPeer.sending(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))),
        ("half a frame", ScriptedPeer.sendingAndClosing([0, 0, 0, 100, 0, 0, 0, 50, 123])),
        ("not understood", ScriptedPeer.answering { $0.answer(body: Array("[".utf8)) }),
    ]

    @Test(arguments: 0..<broken.count)
    func `a name server that brings no answer is passed over, whichever is asked first`(_ index: Int) throws {
        let living = ScriptedPeer.answering { $0.answer(body: Array(#"{"topicList":["T"]}"#.utf8)) }
        try withPeers([Self.broken[index].behaviour, living]) { peers, loop in
            for _ in 0..<6 {
                try await withAdmin(peers.map(\.text), on: loop, timeout: .seconds(1)) { admin async throws in
                    #expect(try await admin.askNameServer(GetAllTopicList()).topicList == ["T"])
                }
            }
            #expect(peers[0].connections > 0 || peers[1].connections == 6)
        }
    }

    @Test func `a name server where nothing listens is passed over`() throws {
        try withPeers([ScriptedPeer.echoing]) { peers, loop in
            for _ in 0..<8 {
                try await withAdmin([deadAddress, peers[0].text, "127.0.0.1:2"], on: loop) { admin async throws in
                    #expect(try await admin.askNameServer(question("k")).value == "k")
                }
            }
        }
    }

    @Test func `all tries together take no longer than one time-out`() throws {
        try withPeers([ScriptedPeer.hanging, ScriptedPeer.hanging, ScriptedPeer.hanging]) { peers, loop in
            try await withAdmin(peers.map(\.text), on: loop, timeout: .milliseconds(600)) { admin async throws in
                var error: (any Error)?
                let taken = await time {
                    error = await failure { _ = try await admin.askNameServer(question("k")) }
                }
                #expect((.milliseconds(550) ... .seconds(3)).contains(taken))
                #expect((error as? NameServersError)?.attempts.count == 3)
            }
        }
    }

    @Test func `when none answers the error says what happened at each`() throws {
        try withPeers([ScriptedPeer.closing]) { peers, loop in
            try await withAdmin([deadAddress, peers[0].text], on: loop) { admin async throws in
                let error = await failure { _ = try await admin.askNameServer(question("k")) }
                let text = "\(error as? NameServersError, default: "another error")"
                #expect(text.contains("\(deadAddress): connection refused"))
                #expect(text.contains("\(peers[0].text)"))
            }
        }
    }

    @Test func `the failure of a single name server is its own`() throws {
        try withPeers([ScriptedPeer.echoing]) { _, loop in
            try await withAdmin([deadAddress], on: loop) { admin async throws in
                let error = await failure { _ = try await admin.askNameServer(question("k")) }
                #expect((error as? ConnectError)?.reason == .refused)
            }
        }
    }

    @Test func `a refusal is an answer: no other server is asked`() throws {
        try withPeers([ScriptedPeer.refusing, ScriptedPeer.refusing]) { peers, loop in
            try await withAdmin(peers.map(\.text), on: loop) { admin async throws in
                let error = await failure { _ = try await admin.askNameServer(question("k")) }
                #expect((error as? BrokerError)?.code == .queryNotFound)
            }
            #expect(peers.map(\.connections).sorted() == [0, 1])
        }
    }

    @Test func `the server that answered is asked first from then on`() throws {
        try withPeers([ScriptedPeer.hanging, ScriptedPeer.echoing]) { peers, loop in
            try await withAdmin(peers.map(\.text), on: loop, timeout: .seconds(2)) { admin async throws in
                _ = try await admin.askNameServer(question("first"))
                let taken = try await time {
                    for number in 0..<20 { _ = try await admin.askNameServer(question("\(number)")) }
                }
                #expect(taken < .seconds(1), "each would have waited a second for the hanging one")
            }
        }
    }

    @Test func `the first pick is random`() throws {
        try withPeers([ScriptedPeer.echoing, ScriptedPeer.echoing]) { peers, loop in
            for _ in 0..<40 {
                try await withAdmin(peers.map(\.text), on: loop) { _ = try await $0.askNameServer(question("k")) }
            }
            // Both miss with a chance of one in 2^39.
            #expect(peers.allSatisfy { $0.connections > 0 })
            #expect(peers.map(\.connections).reduce(0, +) == 40)
        }
    }

    @Test func `without a name server the error says how to give one`() throws {
        try withPeers([]) { _, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let error = await failure { _ = try await admin.askNameServer(question("k")) }
                #expect(error is NoNameServerError)
                #expect(await failure { _ = try await admin.tellNameServers(question("k")) } is NoNameServerError)
            }
        }
    }

    @Test func `what is written goes to every name server, and each says how it went`() throws {
        try withPeers([ScriptedPeer.echoing, ScriptedPeer.refusing]) { peers, loop in
            try await withAdmin(peers.map(\.text) + [deadAddress], on: loop) { admin async throws in
                let answers = try await admin.tellNameServers(question("k"))
                #expect(answers.map(\.from.description) == peers.map(\.text) + [deadAddress])
                #expect(try answers[0].result.get().value == "k")
                #expect(throws: BrokerError.self) { try answers[1].result.get() }
                #expect(throws: ConnectError.self) { try answers[2].result.get() }
            }
        }
    }
}
