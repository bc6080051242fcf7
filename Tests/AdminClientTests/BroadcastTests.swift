import AdminClient
import AdminProtocol
import EventLoop
import PeerSupport
import Remoting
import Testing

@Suite struct BroadcastTests {
    @Test func `answers keep the order of the addresses, good and bad side by side`() throws {
        let slow: ScriptedPeer.Behaviour = { socket in
            try await ScriptedPeer.forEachRequest(of: socket) { request in
                try await Task.sleep(for: .milliseconds(200))
                try await socket.write(request.answer(fields: ["value": "slow"]).encoded(), until: .never)
                return true
            }
        }
        try withPeers([slow, ScriptedPeer.refusing, ScriptedPeer.echoing, ScriptedPeer.closing]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let dead = PeerAddress(host: "127.0.0.1", port: 1)
                let addresses = peers.map(\.address) + [dead]
                let answers = await admin.broadcast(question("k"), to: addresses)
                #expect(answers.map(\.from) == addresses)
                let (first, third) = (try answers[0].result.get(), try answers[2].result.get())
                #expect(first.value == "slow" && third.value == "k")
                #expect(throws: BrokerError.self) { try answers[1].result.get() }
                #expect(throws: RemotingError.self) { try answers[3].result.get() }
                #expect(throws: ConnectError.self) { try answers[4].result.get() }
            }
        }
    }

    @Test func `peers that hang delay no other, and all share one deadline`() throws {
        let hanging = ScriptedPeer.hanging
        try withPeers([hanging, ScriptedPeer.echoing, hanging, ScriptedPeer.echoing, hanging]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let limit = Duration.milliseconds(400)
                let taken = await time {
                    let answers = await admin.broadcast(question("k"), to: peers.map(\.address), within: limit)
                    #expect(answers.map { (try? $0.result.get())?.value } == [nil, "k", nil, "k", nil])
                    guard case .failure(let error as RemotingError) = answers[0].result else {
                        Issue.record("\(answers[0])")
                        return
                    }
                    #expect(error.reason == .timedOut(limit))
                }
                #expect((.milliseconds(390) ... .seconds(3)).contains(taken))
            }
        }
    }

    @Test func `a broadcast to nobody is empty`() throws {
        try withPeers([]) { _, loop in
            try await withAdmin([], on: loop) { admin async throws in
                #expect(await admin.broadcast(question("k"), to: []).isEmpty)
            }
        }
    }

    @Test func `more items than run at once are all done, in order`() throws {
        try withPeers([]) { _, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let items = Array(0..<(Admin.widest * 2 + 7))
                let results = await admin.gather(items) { $0 * 2 }
                let values = try results.map { try $0.get() }
                #expect(values == items.map { $0 * 2 })
            }
        }
    }

    @Test func `a peer may really be reached elsewhere`() throws {
        try withPeers([ScriptedPeer.echoing]) { peers, loop in
            let advertised = PeerAddress(host: "broker.invalid", port: 10_911)
            var settings = Admin.Settings(nameServers: NameServerList([]))
            let real = peers[0].address
            settings.route = { $0 == advertised ? real : $0 }
            try await Admin.with(loop, settings) { admin async throws in
                let answer = try await admin.send(question("k"), to: advertised)
                #expect(answer.value == "k")
            }
        }
    }

    @Test func `a name that does not resolve is an error that names it`() throws {
        try withPeers([]) { _, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let error = await failure {
                    _ = try await admin.send(question("k"), to: PeerAddress(host: "nowhere.invalid", port: 1))
                }
                #expect("\(error, default: "")".contains("nowhere.invalid"))
                #expect(error is ConnectError)
            }
        }
    }
}
