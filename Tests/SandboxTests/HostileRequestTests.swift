import AdminClient
import AdminProtocol
import EventLoop
import RecordingSupport
import Remoting
import Testing

@testable import Sandbox

@Suite struct HostileRequestTests {
    @Test func `offsets beyond all bounds do not stop a broker from counting`() throws {
        try withSandbox { sandbox, admin async throws in
            _ = try await admin.send(
                UpdateAndCreateTopic(TopicConfig(topicName: "T", queues: 4)), to: sandbox.address())
            for queue in 0..<4 {
                let commit = UpdateConsumerOffset(
                    consumerGroup: "TOOLS_CONSUMER", topic: "T", queueId: queue, commitOffset: .max)
                _ = try await admin.send(commit, to: sandbox.address())
            }
            let stats = try await admin.send(GetConsumeStatsInBroker(isOrder: false), to: sandbox.address())
            #expect(stats.consumeStatsList.count > 1)
        }
    }

    @Test func `a broker that wants to be believed in for ever is, and stops nothing`() throws {
        var table = RouteTable(expiry: .seconds(1), clock: .system)
        let request = RegisterBroker(
            brokerName: "far", brokerAddr: "192.0.2.1:1", clusterName: "C", haServerAddr: "192.0.2.1:2", brokerId: 0,
            heartbeatTimeoutMillis: .max, body: [])
        let wrapper = TopicConfigWrapper([:], version: DataVersion(counter: 0, timestamp: 0))
        #expect(table.register(request, wrapper, on: 1) != nil)
        table.removeExpiredBrokers()
        #expect(table.brokers["far"] != nil)
    }

    /// Values that are likely to hurt.
    private static let values = [
        "", "-1", "0", "1", "\(Int.max)", "\(Int.min)", "\(Int32.max)", "\(Int32.min)", "99999999999999999999", "1e400",
        "true", "%RETRY%", "null", "{", "\u{0}", String(repeating: "a", count: 40_000),
    ]

    /// A recorded request of each code that a sandbox answers.
    private static func seeds() throws -> [Frame] {
        var seeds: [Int: Frame] = [:]
        for (_, recording) in try Recording.all() {
            for request in recording.exchanges.compactMap(\.request) {
                var decoder = FrameDecoder()
                decoder.append(request.wireBytes)
                if let frame = try decoder.next(), seeds[frame.code] == nil { seeds[frame.code] = frame }
            }
        }
        return seeds.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func change(_ frame: inout Frame, _ random: inout some RandomNumberGenerator) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            if let name = frame.fields.keys.sorted().randomElement(using: &random) {
                frame.fields[name] =
                    Int.random(in: 0..<8, using: &random) == 0 ? nil : values.randomElement(using: &random)
            }
        }
        guard let place = frame.body.indices.randomElement(using: &random), Bool.random(using: &random) else { return }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: frame.body.removeSubrange(place...)
        case 1: frame.body[place] = .random(in: 0...255, using: &random)
        default: frame.body.replaceSubrange(place...place, with: Array("9223372036854775807".utf8))
        }
    }

    @Test func `recorded requests with hostile fields and bodies stop no server`() throws {
        let seeds = try Self.seeds()
        #expect(seeds.count > 60)
        var options = SandboxOptions()
        (options.controllers, options.slavesPerMaster) = (1, 1)
        try withSandbox(options) { sandbox, _ async throws in
            var random = SeededGenerator(seed: 20_261_121)
            for address in [sandbox.nameServer, sandbox.address(), PeerAddress(sandbox.controllerAddresses[0])] {
                let wire = try await Wire.connect(to: try #require(address), on: sandbox.loop)
                for number in 1...400 {
                    var frame = try #require(seeds.randomElement(using: &random))
                    Self.change(&frame, &random)
                    frame.opaque = 0
                    try await wire.send(frame)
                    // Whatever became of it, and long polls may wait: the next one is answered.
                    try await wire.send(Frame(code: 9999, opaque: Int32(number)))
                    while try await wire.frame().opaque != number {}
                }
            }
        }
    }
}
