import AdminClient
import AdminProtocol
import Remoting
import Synchronization
import Testing

@testable import Sandbox

@Suite struct RebalanceTests {
    private func notices(_ wire: Wire, _ count: Int) async throws -> [String] {
        var groups: [String] = []
        for _ in 0..<count {
            let frame = try await wire.request()
            #expect(frame.code == 40)
            #expect(frame.kind == .oneway)
            groups.append(frame.fields["consumerGroup"] ?? "")
        }
        return groups
    }

    @Test func `clients of a group hear when one comes, changes its topics and goes`() throws {
        try withSandbox { sandbox, _ in
            let first = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            _ = try await first.ask(HeartBeat("c1"))
            #expect(try await notices(first, 1) == ["G"])
            _ = try await first.ask(HeartBeat("c1"))
            do {
                let second = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
                _ = try await second.ask(HeartBeat("c2"))
                #expect(try await notices(second, 1) == ["G"])
                #expect(try await notices(first, 1) == ["G"])
                _ = try await second.ask(HeartBeat("c2", topics: ["T", "U"]))
                #expect(try await notices(first, 1) == ["G"])
            }
            #expect(try await notices(first, 1) == ["G"])
            let third = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            _ = try await third.ask(HeartBeat("c3", topics: ["T", "U"]))
            #expect(try await notices(first, 1) == ["G"])
            _ = try await third.ask(UnregisterClient(clientID: "c3", consumerGroup: "G"))
            #expect(try await notices(first, 1) == ["G"])
            await #expect(throws: (any Error).self) { try await first.frame(within: .milliseconds(50)) }
        }
    }

    @Test func `a group that broadcasts hears nothing`() throws {
        try withSandbox { sandbox, _ in
            let first = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            _ = try await first.ask(HeartBeat("c1", isBroadcasting: true))
            let second = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            _ = try await second.ask(HeartBeat("c2", isBroadcasting: true))
            await #expect(throws: (any Error).self) { try await first.frame(within: .milliseconds(50)) }
            #expect(first.unread.isEmpty)
        }
    }

    @Test func `a client without heartbeats is let go, though it asks for messages`() throws {
        let now = Atomic(1_000_000)
        var options = SandboxOptions()
        options.clock = WallClock { now.load(ordering: .relaxed) }
        try withSandbox(options) { sandbox, admin in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            _ = try await wire.ask(HeartBeat("c1"))
            now.store(1_119_000, ordering: .relaxed)
            _ = try await admin.send(try HeartBeat("c2"), to: sandbox.address())
            now.store(1_130_000, ordering: .relaxed)
            #expect(await wire.closes())
            let left = try await admin.send(GetConsumerListByGroup(consumerGroup: "G"), to: sandbox.address())
            #expect(left.consumerIdList == ["c2"])
        }
    }

    @Test func `a queue has one client of a group, until it lets go or falls silent for a minute`() {
        let queues = (0..<3).map { MessageQueue(topic: "T", brokerName: "broker-a", queueId: $0) }
        var locks = QueueLocks()
        func wanted(_ client: String, _ range: Range<Int>, _ group: String = "G") -> QueuesOfClient {
            QueuesOfClient(consumerGroup: group, clientId: client, mqSet: Array(queues[range]))
        }
        #expect(locks.areExpired(of: "G", at: 0))
        #expect(locks.lock(wanted("c1", 0..<2), at: 0) == Array(queues[0..<2]))
        #expect(locks.lock(wanted("c2", 0..<3), at: 50_000) == [queues[2]])
        #expect(locks.lock(wanted("c2", 0..<3, "H"), at: 50_000) == queues)
        #expect(locks.lock(wanted("c1", 0..<1), at: 60_000) == [queues[0]])
        #expect(locks.lock(wanted("c2", 0..<2), at: 60_001) == [queues[1]])
        locks.unlock(wanted("c2", 0..<3))
        #expect(locks.lock(wanted("c1", 0..<3), at: 60_002) == queues)
        #expect(!locks.areExpired(of: "G", at: 120_002))
        #expect(locks.areExpired(of: "G", at: 120_003))
    }

    @Test func `locks are asked for and given back by request`() throws {
        try withSandbox { sandbox, admin in
            let queue = MessageQueue(topic: "T", brokerName: "broker-a", queueId: 0)
            func wanted(_ client: String) -> QueuesOfClient {
                QueuesOfClient(consumerGroup: "G", clientId: client, mqSet: [queue])
            }
            let address = sandbox.address()
            #expect(try await admin.send(LockBatchMQ(wanted: wanted("c1")), to: address).lockOKMQSet == [queue])
            #expect(try await admin.send(LockBatchMQ(wanted: wanted("c2")), to: address).lockOKMQSet.isEmpty)
            _ = try await admin.send(UnlockBatchMQ(wanted: wanted("c1")), to: address)
            #expect(try await admin.send(LockBatchMQ(wanted: wanted("c2")), to: address).lockOKMQSet == [queue])
        }
    }
}
