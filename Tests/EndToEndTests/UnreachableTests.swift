import PeerSupport
import Testing

extension EndToEnd {
    /// Bad input of addresses: whom to ask.
    @Suite struct UnreachableTests {
        @Test func `no name server given`() throws {
            try onLoop {
                for command in ["topicList", "clusterList", "consumerProgress"] {
                    expectFailure(try await Run.mqadmin(command), status: 2, saying: "-n", "NAMESRV_ADDR")
                }
                expectFailure(
                    try await Run.mqadmin("topicRoute", "-t", "T"), status: 2, saying: "no name server is given")
            }
        }

        @Test func `no name server reachable`() throws {
            try onLoop {
                let run = try await Run.mqadmin("topicList", "-n", deadAddress)
                expectFailure(run, status: 5, saying: deadAddress, "connection refused")
                let both = try await Run.mqadmin("topicList", "-n", "127.0.0.1:1;127.0.0.1:2")
                expectFailure(both, status: 5, saying: "127.0.0.1:1", "127.0.0.1:2")
            }
        }

        @Test func `no name server reachable, and one of them hangs`() throws {
            try withPeers([ScriptedPeer.hanging]) { peers in
                let run = try await Run.mqadmin(
                    "topicList", "-n", "\(deadAddress);\(peers[0].text)", "--timeout", "300ms")
                expectFailure(run, status: 5, saying: deadAddress, peers[0].text)
            }
        }

        @Test func `one of two name servers is dead`() throws {
            try withSandbox { address in
                for _ in 0..<4 {
                    let run = try await Run.mqadmin("topicRoute", "-n", "\(deadAddress);\(address)", "-t", "TopicTest")
                    expectSuccess(run)
                }
            }
        }

        @Test func `one of two name servers hangs`() throws {
            try withPeers([ScriptedPeer.hanging, nameServer(topics: ["T"])]) { peers in
                for _ in 0..<4 {
                    let list = peers.map(\.text).joined(separator: ";")
                    let run = try await Run.mqadmin("topicList", "-n", list, "--timeout", "600ms")
                    expectSuccess(run)
                    #expect(run.text == "T\n")
                }
            }
        }

        @Test func `a name that does not resolve`() throws {
            try onLoop {
                let run = try await Run.mqadmin("topicList", "-n", "nowhere.invalid:9876", within: .seconds(30))
                expectFailure(run, status: 5, saying: "nowhere.invalid", within: .seconds(20))
            }
        }

        @Test(arguments: ["localhost", "localhost:", "localhost:x", "localhost:0", "localhost:65536", "::1:9876"])
        func `an address without a port, or with none that can be`(_ address: String) throws {
            try onLoop {
                let given = try await Run.mqadmin("topicList", "-n", address)
                expectFailure(given, status: 2, saying: "'\(address)'", "port")
                let inherited = try await Run.mqadmin("topicList", environment: ["NAMESRV_ADDR": address])
                expectFailure(inherited, status: 2, saying: "NAMESRV_ADDR", "'\(address)'", "port")
                let broker = try await Run.mqadmin("updateTopic", "-n", deadAddress, "-t", "T", "-b", address)
                expectFailure(broker, status: 2, saying: "-b", "'\(address)'", "port")
            }
        }

        @Test func `an empty list of name servers`() throws {
            try onLoop {
                expectFailure(try await Run.mqadmin("topicList", "-n", ""), status: 2)
                expectFailure(try await Run.mqadmin("topicList", "-n", " ; "), status: 2)
            }
        }
    }
}
