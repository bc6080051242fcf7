import AdminClient
import AdminProtocol
import CommandKit
import EventLoop
import Foundation
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct SandboxServersTests {
    private func ids(_ bench: Bench) async throws -> [Int] {
        try await bench.admin.clusterInfo().brokerAddrTable["broker-a"]?.brokerAddrs.keys.sorted() ?? []
    }

    @Test func `kill and start go through the name server of the sandbox`() throws {
        try Bench.with(slaves: 1, controllers: 1) { bench async throws in
            #expect(try await bench.run("sandbox kill broker-a").text == "broker-a is killed\n")
            // The first broker was the master, whose id was 0; the other one takes it over.
            while try await ids(bench) != [0] { try await bench.admin.loop.sleep(until: .after(.milliseconds(5))) }
            let json = try await bench.run("sandbox start broker-a:0 --json").json()
            #expect(json["server"] == "broker-a:0" && json["action"] == "start" && json["count"] == 1)
            #expect(try await ids(bench) == [0, 1])
        }
    }

    @Test func `what is not there is not found, and a server has to be named`() throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("sandbox kill broker-x") as? BrokerError
            #expect(error?.code == .queryNotFound && error?.remark.contains("broker-a:0") == true)
            #expect((await bench.failure("sandbox start broker-a") as? BrokerError)?.code == .queryNotFound)
            #expect(await bench.failure("sandbox kill") is UsageError)
        }
    }

    @Test(arguments: [
        ("--dledger 2", "--dledger"), ("--dledger 3 --slaves 1", "--dledger"), ("--heartbeat 0", "--heartbeat"),
        ("--broker-expiry 0", "--broker-expiry"), ("--broker-conf /no/such --masters 2", "--broker-conf"),
        ("--replication perhaps", "sync"),
    ])
    func `options that do not go together are refused`(_ options: String, _ word: String) throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("sandbox --port 0 \(options)")
            #expect((error as? UsageError).map { "\($0)".contains(word) } == true)
        }
    }

    @Test func `a file's unknown name is told with what may be meant, and so are other name servers`() throws {
        try Bench.with { bench async throws in
            try await withTemporaryFolder { folder async throws in
                let path = "\(folder)/broker.conf"
                try "brokerNmae=b\nnamesrvAddr=10.0.0.1:9876\n".write(toFile: path, atomically: true, encoding: .utf8)
                let outcome = try await bench.run("sandbox --port 0 --broker-conf \(path)") { !$0.isEmpty }
                #expect(outcome.notes.count == 2)
                #expect(
                    outcome.notes[0].contains("'brokerNmae'") && outcome.notes[0].contains("did you mean brokerName"))
                #expect(outcome.notes[1].contains("namesrvAddr=10.0.0.1:9876 is left alone"))
                try "brokerId=x".write(toFile: path, atomically: true, encoding: .utf8)
                let error = await bench.failure("sandbox --port 0 --broker-conf \(path)")
                #expect((error as? UsageError).map { "\($0)".contains("\(path): brokerId=x: a whole number") } == true)
            }
        }
    }
}
