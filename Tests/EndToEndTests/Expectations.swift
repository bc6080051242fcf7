import EventLoop
import PeerSupport
import Remoting
import Sandbox
import Testing

/// The tests that run the built binary, one after another, so that their deadlines mean something.
@Suite(.serialized) enum EndToEnd {}

/// Runs `body` on a loop of its own, which other tests that block threads cannot delay.
func onLoop(_ body: @escaping @Sendable () async throws -> Void) throws { try EventLoop().run(body) }

/// Checks a run that had to fail: nothing on standard output, one line on standard error, and a status.
///
/// A usage error may add a line that points to the help.
func expectFailure(
    _ run: Run, status: Int32, saying words: String..., within limit: Duration = .seconds(6),
    at location: SourceLocation = #_sourceLocation
) {
    #expect(run.status == status, "\(run.errors)", sourceLocation: location)
    #expect(run.output.isEmpty, "\(run.text)", sourceLocation: location)
    var lines = run.errorLines
    if status == 2, lines.count == 2, lines[1].hasPrefix("mqadmin: see 'mqadmin help") { lines.removeLast() }
    #expect(lines.count == 1, "\(run.errors)", sourceLocation: location)
    #expect(run.errors.hasPrefix("mqadmin: ") && run.errors.hasSuffix("\n"), "\(run.errors)", sourceLocation: location)
    for word in words {
        #expect(run.errors.contains(word), "\(run.errors) lacks \(word)", sourceLocation: location)
    }
    #expect(run.duration < limit, sourceLocation: location)
    // A child starts out with its parent's peak, which under a sanitizer is larger than any bound worth testing.
    if Run.ownPeakMemory < 400 << 20 { #expect(run.peakMemory < 500 << 20, sourceLocation: location) }
}

/// Checks a run that had to succeed in silence on standard error.
func expectSuccess(_ run: Run, at location: SourceLocation = #_sourceLocation) {
    #expect(run.status == 0, "\(run.errors)", sourceLocation: location)
    #expect(run.errors.isEmpty, "\(run.errors)", sourceLocation: location)
    #expect(!run.output.isEmpty, sourceLocation: location)
}

/// Runs `body` with peers that behave as told.
func withPeers(
    _ behaviours: [ScriptedPeer.Behaviour],
    _ body: @escaping @Sendable ([ScriptedPeer]) async throws -> Void
) throws {
    let loop = EventLoop()
    try loop.run { try await ScriptedPeer.with(behaviours, on: loop, body) }
}

/// Runs `body` with a name server's address, and the brokers that it knows.
func withCluster(
    _ brokers: [ScriptedPeer.Behaviour], _ body: @escaping @Sendable (String, [ScriptedPeer]) async throws -> Void
) throws {
    let loop = EventLoop()
    try loop.run {
        try await ScriptedPeer.with(brokers, on: loop) { peers in
            try await ScriptedPeer.with([nameServer(brokers: peers.map(\.text))], on: loop) { servers in
                try await body(servers[0].text, peers)
            }
        }
    }
}

/// Runs `body` with the address of a sandbox's name server.
func withSandbox(
    topics: String = "TopicTest:4", _ body: @escaping @Sendable (String) async throws -> Void
) throws {
    let loop = EventLoop()
    try loop.run {
        var options = SandboxOptions()
        options.topics = try SandboxOptions.topics(parsing: topics)
        try await Sandbox.with(options, on: loop) { try await body($0.nameServerAddress) }
    }
}

/// Answers as a name server that knows these topics, and brokers of one cluster.
func nameServer(topics: [String] = [], brokers: [String] = []) -> ScriptedPeer.Behaviour {
    let data = brokers.enumerated().map { index, address in
        #""broker-\#(index)":{"brokerAddrs":{"0":"\#(address)"},"brokerName":"broker-\#(index)","cluster":"C"}"#
    }
    let names = brokers.indices.map { #""broker-\#($0)""# }.joined(separator: ",")
    let cluster = #"{"brokerAddrTable":{\#(data.joined(separator: ","))},"clusterAddrTable":{"C":[\#(names)]}}"#
    let list = #"{"topicList":[\#(topics.map { #""\#($0)""# }.joined(separator: ","))]}"#
    return ScriptedPeer.answering { request in
        switch request.code {
        case 106: request.answer(body: Array(cluster.utf8))
        case 206: request.answer(body: Array(list.utf8))
        default: request.answer(code: 17, remark: "No topic route info in name server for the topic")
        }
    }
}
