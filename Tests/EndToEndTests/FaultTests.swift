import EventLoop
import PeerSupport
import Sandbox
import Testing

extension EndToEnd {
    /// What commands make of servers that fail on demand.
    @Suite struct FaultTests {
        @Test(arguments: [
            ("--delay 20s", Int32(7), "no answer within 300 ms"), ("--drop", 7, "no answer within 300 ms"),
            ("--drop=answer", 7, "no answer within 300 ms"), ("--refuse 14 --remark full", 1, "full [SERVICE_NOT"),
            ("--refuse topic_not_exist", 4, "TOPIC_NOT_EXIST (17)"), ("--garbage", 1, "not of the remoting protocol"),
            ("--close-mid-frame", 1, "closed before the answer was complete"),
        ])
        func `a command tells each fault from the others`(_ fault: String, _ status: Int32, _ words: String) throws {
            try withSandbox { address in
                let code = "GET_ALL_TOPIC_LIST_FROM_NAMESERVER"
                try await order(address, "fault add --code \(code) --times 1 \(fault)")
                let run = try await Run.mqadmin("topicList", "-n", address, "--timeout", "300ms")
                expectFailure(run, status: status, saying: address, words)
                expectSuccess(try await Run.mqadmin("topicList", "-n", address))
            }
        }

        @Test func `one broker of two that fails makes a partial result`() throws {
            try withBrokers(2) { sandbox in
                let address = sandbox.nameServerAddress
                try await order(address, "fault add --server broker-b:0 --code 28 --refuse SYSTEM_BUSY --times 1")
                let run = try await Run.mqadmin("clusterList", "-n", address)
                #expect(run.status == 3 && run.errors.contains(sandbox.brokers[1].address), "\(run.errors)")
                #expect(run.text.contains(sandbox.brokers[0].address))
                expectSuccess(try await Run.mqadmin("clusterList", "-n", address))
            }
        }

        @Test(arguments: [("--drop", false), ("--drop=answer", true)])
        func `a request that is lost is not carried out, one whose answer is lost is`(
            _ fault: String, _ isThere: Bool
        ) throws {
            try withBrokers(1) { sandbox in
                let (address, broker) = (sandbox.nameServerAddress, sandbox.brokers[0].address)
                try await order(address, "fault add --code UPDATE_AND_CREATE_TOPIC \(fault)")
                let run = try await Run.mqadmin(
                    "updateTopic", "-n", address, "-b", broker, "-t", "New", "--timeout", "1s")
                expectFailure(run, status: 7, saying: broker)
                let topics = try await Run.mqadmin("topicList", "-n", address).text
                #expect(topics.contains("New\n") == isThere)
            }
        }

        @Test func `only a sandbox takes orders`() throws {
            try withPeers([nameServer()]) { peers in
                // A real one answers this code, and a scripted one another.
                let other = try await Run.mqadmin("sandbox", "fault", "list", "-n", peers[0].text)
                expectFailure(other, status: 4, saying: peers[0].text)
            }
            try withBrokers(1) { sandbox in
                let broker = sandbox.brokers[0].address
                expectFailure(
                    try await Run.mqadmin("sandbox", "fault", "list", "-n", broker), status: 1,
                    saying: "is not a sandbox")
                expectFailure(try await Run.mqadmin("sandbox", "fault", "list"), status: 2, saying: "no name server")
            }
        }

        @Test(arguments: [
            ("fault", "add, list, remove or clear"), ("fault add", "--delay, --refuse"), ("fault remove", "number"),
            ("fault add --drop --garbage", "exclude"), ("fault add --delay 1s --remark x", "--refuse"),
            ("fault add --drop --times 0", "--times"), ("fault add --drop --code SEND_MESAGE", "SEND_MESSAGE"),
            ("fault add --refuse TOPIC_NOT_EXISTS", "TOPIC_NOT_EXIST"), ("burn", "fault"),
        ])
        func `a fault that makes no sense is a usage error`(_ words: String, _ saying: String) throws {
            try onLoop {
                let line = ["sandbox"] + words.split(separator: " ").map(String.init) + ["-n", "127.0.0.1:1"]
                expectFailure(try await Process.start(line).finish(within: .seconds(20)), status: 2, saying: saying)
            }
        }

        private func withBrokers(_ masters: Int, _ body: @escaping @Sendable (Sandbox) async throws -> Void) throws {
            let loop = EventLoop()
            try loop.run {
                var options = SandboxOptions()
                options.masters = masters
                try await Sandbox.with(options, on: loop, body)
            }
        }
    }
}

/// Has a sandbox do something.
private func order(_ address: String, _ words: String) async throws {
    let line = ["sandbox"] + words.split(separator: " ").map(String.init) + ["-n", address]
    expectSuccess(try await Process.start(line).finish(within: .seconds(20)))
}
