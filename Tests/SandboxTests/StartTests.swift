import AdminClient
import AdminProtocol
import EventLoop
import Testing

@testable import Sandbox

@Suite struct StartTests {
    @Test func `every broker is registered when the body runs`() throws {
        var options = SandboxOptions()
        (options.masters, options.slavesPerMaster) = (2, 1)
        try withSandbox(options) { sandbox, admin in
            let info = try await admin.clusterInfo()
            #expect(info.clusterAddrTable == ["DefaultCluster": ["broker-a", "broker-b"]])
            #expect(info.brokerAddrTable["broker-a"]?.brokerAddrs.count == 2)
            #expect(sandbox.brokers.map(\.name) == ["broker-a", "broker-a", "broker-b", "broker-b"])
            #expect(
                info.brokerAddrTable["broker-b"]?.brokerAddrs == [
                    0: sandbox.brokers[2].address, 1: sandbox.brokers[3].address,
                ])
        }
    }

    @Test func `a cancelled sandbox ends at once and frees its ports`() throws {
        let loop = EventLoop()
        try loop.run {
            let port = Ticket<UInt16>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await Sandbox.with(on: loop) { sandbox in
                        port.redeem(.success(sandbox.nameServer.port))
                        try await loop.sleep(until: .after(.seconds(60)))
                    }
                }
                var options = SandboxOptions()
                options.port = try await loop.value(of: port, until: .after(.seconds(5)))
                let taken = options
                await #expect(throws: EventLoopError.self) { try await Sandbox.with(taken, on: loop) { _ in } }
                group.cancelAll()
                await #expect(throws: CancellationError.self) { try await group.waitForAll() }
                try await Sandbox.with(taken, on: loop) { _ in }
            }
        }
    }

    @Test func `what the body throws comes out`() throws {
        #expect(throws: EventLoopError.timedOut) {
            try withSandbox { _, _ in throw EventLoopError.timedOut }
        }
    }

    @Test func `a hundred brokers answer a hundred questions`() throws {
        var options = SandboxOptions()
        options.masters = 100
        try withSandbox(options) { sandbox, admin in
            let addresses = sandbox.brokers.compactMap { PeerAddress($0.address) }
            let answers = await admin.broadcast(GetBrokerRuntimeInfo(), to: addresses)
            #expect(answers.filter { (try? $0.result.get()) != nil }.count == 100)
            let known = try await admin.clusterInfo().brokerAddrTable
            #expect(known.count == 100)
        }
    }
}
