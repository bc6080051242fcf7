import AdminClient
import AdminProtocol
import EventLoop
import PeerSupport
import Remoting
import Synchronization
import Testing

@Suite struct ConnectionTests {
    @Test func `requests to one peer share one connection, also when they start at once`() throws {
        try withPeers([ScriptedPeer.echoing]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let keys = (0..<200).map { "\($0)" }
                let answers = await admin.gather(keys) { try await admin.send(question($0), to: peers[0].address) }
                #expect(try answers.map { try $0.get().value } == keys)
                #expect(try await admin.send(question("late"), to: peers[0].address).value == "late")
            }
            #expect(peers[0].connections == 1)
        }
    }

    @Test func `answers find their requests in whatever order they come`() throws {
        let backwards: ScriptedPeer.Behaviour = { socket in
            let held = Mutex<[Frame]>([])
            try await ScriptedPeer.forEachRequest(of: socket) { request in
                let batch = held.withLock { held -> [Frame] in
                    held.append(request)
                    return held.count == 50 ? held : []
                }
                for request in batch.reversed() {
                    let answer = request.answer(fields: ["value": request.fields["key"] ?? ""])
                    try await socket.write(answer.encoded(), until: .never)
                }
                return true
            }
        }
        try withPeers([backwards]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let keys = (0..<50).map { "\($0)" }
                let answers = await admin.gather(keys) { try await admin.send(question($0), to: peers[0].address) }
                #expect(try answers.map { try $0.get().value } == keys)
            }
        }
    }

    @Test func `answers that nobody asked for are passed over`() throws {
        let chatty: ScriptedPeer.Behaviour = { socket in
            try await ScriptedPeer.forEachRequest(of: socket) { request in
                for opaque in [request.opaque &+ 1000, -1, 0, .max] {
                    var stray = request.answer(fields: ["value": "stray"])
                    stray.opaque = opaque
                    try await socket.write(stray.encoded(), until: .never)
                }
                for kind in [Frame.Kind.oneway, .request] {
                    var news = request.answer(fields: ["value": "news"])
                    news.kind = kind
                    try await socket.write(news.encoded(), until: .never)
                }
                try await socket.write(request.answer(fields: ["value": "mine"]).encoded(), until: .never)
                return true
            }
        }
        try withPeers([chatty]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                for _ in 0..<5 {
                    #expect(try await admin.send(question("k"), to: peers[0].address).value == "mine")
                }
            }
        }
    }

    @Test func `a call waits as long as it was told, and others on the connection go on`() throws {
        let moody = ScriptedPeer.answering { $0.fields["key"] == "never" ? nil : $0.answer(fields: ["value": "v"]) }
        try withPeers([moody]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let address = peers[0].address
                var error: (any Error)?
                let taken = await time {
                    async let slow: Void = {
                        _ = try await admin.send(question("never"), to: address, within: .milliseconds(300))
                    }()
                    #expect((try? await admin.send(question("k"), to: address))?.value == "v")
                    do { try await slow } catch let problem { error = problem }
                }
                #expect((.milliseconds(290) ... .seconds(3)).contains(taken))
                #expect((error as? RemotingError)?.reason == .timedOut(.milliseconds(300)))
                #expect((error as? RemotingError)?.request == GetKVConfig.code)
                #expect(try await admin.send(question("k"), to: address).value == "v")
            }
            #expect(peers[0].connections == 1)
        }
    }

    @Test func `an answer that comes too late is not taken for the next one's`() throws {
        let late: ScriptedPeer.Behaviour = { socket in
            try await ScriptedPeer.forEachRequest(of: socket) { request in
                let key = request.fields["key"] ?? ""
                if key == "slow" { try await Task.sleep(for: .milliseconds(400)) }
                try await socket.write(request.answer(fields: ["value": key]).encoded(), until: .never)
                return true
            }
        }
        try withPeers([late]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let error = await failure {
                    _ = try await admin.send(question("slow"), to: peers[0].address, within: .milliseconds(100))
                }
                #expect((error as? RemotingError)?.reason == .timedOut(.milliseconds(100)))
                #expect(try await admin.send(question("next"), to: peers[0].address).value == "next")
            }
        }
    }

    @Test func `every request is signed when there are credentials`() throws {
        let seen = Frames()
        try withPeers([
            ScriptedPeer.answering {
                seen.add($0)
                return $0.answer(fields: ["value": "v"])
            }
        ]) { peers, loop in
            let credentials = Credentials(accessKey: "rocketmq2", secretKey: "12345678")
            try await withAdmin([peers[0].text], on: loop, credentials: credentials) { admin async throws in
                _ = try await admin.askNameServer(question("k"))
            }
            try await withAdmin([peers[0].text], on: loop) { _ = try await $0.askNameServer(question("k")) }
            var expected = seen.all[0]
            expected.fields["Signature"] = nil
            expected.sign(with: credentials)
            #expect(seen.all[0].fields["AccessKey"] == "rocketmq2")
            #expect(seen.all[0].fields["Signature"] == expected.fields["Signature"])
            #expect(seen.all[1].fields == ["namespace": "N", "key": "k"], "an unsigned one has its own fields only")
        }
    }
}
