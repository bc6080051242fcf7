import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct ControllerTests {
    @Test func `getControllerMetaData shows the leader and all members, whichever is asked`() throws {
        try Bench.with(controllers: 2) { bench async throws in
            let addresses = bench.sandbox.controllerAddresses
            for address in addresses {
                let lines = try await bench.run("getControllerMetaData -a \(address)").lines
                #expect(
                    lines == [
                        "", "#ControllerGroup\tgroup1", "#ControllerLeaderId\tn0",
                        "#ControllerLeaderAddress\t\(addresses[0])", "#Peer:\tn0:\(addresses[0])",
                        "#Peer:\tn1:\(addresses[1])",
                    ])
            }
            let json = try await bench.run("getControllerMetaData -a \(bench.controllers) --json").json()
            #expect(json["leaderAddress"]?.string == addresses[0])
            #expect(json["peers"]?.array?.count == 2)
        }
    }

    @Test func `getControllerMetaData of a server that is no controller is refused`() throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("getControllerMetaData -a \(bench.broker)") as? BrokerError
            #expect(error?.code == .requestCodeNotSupported)
            #expect(await bench.failure("getControllerMetaData -a 127.0.0.1:1") is ConnectError)
        }
    }

    @Test func `getControllerConfig lists the properties of each controller`() throws {
        try Bench.with(controllers: 2) { bench async throws in
            let addresses = bench.sandbox.controllerAddresses
            let lines = try await bench.run("getControllerConfig -a \(bench.controllers)").lines.map(String.init)
            #expect(lines.filter { $0.hasPrefix("====") } == addresses.map { "============\($0)============" })
            #expect(lines.contains { $0.hasPrefix("controllerType ") && $0.hasSuffix("=  DLedger") })
            let items = try await bench.run("getControllerConfig -a \(bench.controllers) --json").json()["items"]
            #expect(
                items?.array?.map { $0["properties"]?["controllerDLegerSelfId"]?.string } == ["n0", "n1"])
            #expect(await bench.failure("getControllerConfig -a \(bench.broker)") is BrokerError)
        }
    }

    @Test func `updateControllerConfig changes a property of the controllers that are named`() throws {
        try Bench.with(controllers: 2) { bench async throws in
            let second = bench.sandbox.controllerAddresses[1]
            let change = "-a \(second) -k scanNotActiveBrokerInterval -v 6000"
            #expect(
                try await bench.run("updateControllerConfig \(change)").lines == [
                    "update controller config success![\(second)]", "scanNotActiveBrokerInterval : 6000",
                ])
            let items = try await bench.run("getControllerConfig -a \(bench.controllers) --json").json()["items"]
            let values = items?.array?.map { $0["properties"]?["scanNotActiveBrokerInterval"]?.string }
            #expect(values == ["5000", "6000"])
            let told = try await bench.run(
                "updateControllerConfig -a \(second) -k scanNotActiveBrokerInterval -v 7000 --json")
            #expect(try told.json()["items"]?.array?.map { $0["server"]?.string } == [second])
            #expect(await bench.failure("updateControllerConfig -a \(second) -k noSuchProperty -v 1") is NotFoundError)
            let after = try await bench.run("getControllerConfig -a \(second) --json").json()["items"]?.array?.first
            #expect(after?["properties"]?["noSuchProperty"] == nil)
        }
    }

    @Test func `updateControllerConfig of a property that nobody may change is refused`() throws {
        try Bench.with(controllers: 1) { bench async throws in
            let controllers = bench.controllers
            let error = await bench.failure("updateControllerConfig -a \(controllers) -k configStorePath -v x")
            #expect((error as? BrokerError)?.code == .noPermission)
            #expect((error as? BrokerError)?.description.contains("topicRoute") == false)
            #expect(await bench.failure("updateControllerConfig -a \(controllers) -k a -v b=c --dry-run") is Plan)
        }
    }
}
