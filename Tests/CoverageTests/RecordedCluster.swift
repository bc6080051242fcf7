import Foundation
import Sandbox

/// A cluster that was recorded, and how a sandbox takes its place.
struct RecordedCluster: Sendable {
    var folder: String
    var generation: Generation
    var name: String
    var nameServer: String
    var controller: String?
    /// Where the sandbox has a slave more than the recorded cluster, there is nil.
    var brokers: [String?]
    var slaves = 0
    /// The name of the only master; nil where they are called as the sandbox calls its own.
    var brokerName: String?
    /// The second port of brokers, for important requests, and the broker whose it is.
    var aliases: [String: String] = [:]

    static let all = [
        RecordedCluster(
            folder: "4.9.8", generation: .v4, name: "DefaultCluster", nameServer: "127.0.0.1:9876",
            brokers: ["127.0.0.1:10911", "127.0.0.1:10931", "127.0.0.1:10921", nil], slaves: 1,
            aliases: ["127.0.0.1:10909": "127.0.0.1:10911"]),
        RecordedCluster(
            folder: "4.9.8-client", generation: .v4, name: "DefaultCluster", nameServer: "127.0.0.1:9876",
            brokers: ["127.0.0.1:10911", "127.0.0.1:10931", "127.0.0.1:10921", nil], slaves: 1),
        RecordedCluster(
            folder: "4.9.8-acl", generation: .v4, name: "AclCluster", nameServer: "127.0.0.1:9876",
            brokers: ["127.0.0.1:10911"], brokerName: "broker-acl"),
        RecordedCluster(
            folder: "4.9.8-dledger", generation: .v4, name: "RaftCluster", nameServer: "127.0.0.1:9876",
            brokers: ["127.0.0.1:30931", "127.0.0.1:30911", "127.0.0.1:30921"], slaves: 2, brokerName: "RaftNode00",
            aliases: ["127.0.0.1:30929": "127.0.0.1:30931"]),
        RecordedCluster(
            folder: "5.3.3", generation: .v5, name: "DefaultCluster", nameServer: "127.0.0.1:9976",
            brokers: ["127.0.0.1:20911", "127.0.0.1:20931", "127.0.0.1:20921", nil], slaves: 1,
            aliases: ["127.0.0.1:20909": "127.0.0.1:20911"]),
        RecordedCluster(
            folder: "5.3.3-client", generation: .v5, name: "DefaultCluster", nameServer: "127.0.0.1:9976",
            brokers: ["127.0.0.1:20911", "127.0.0.1:20931", "127.0.0.1:20921", nil], slaves: 1),
        RecordedCluster(
            folder: "5.3.3-acl", generation: .v5, name: "AclCluster", nameServer: "127.0.0.1:9977",
            brokers: ["127.0.0.1:22911"], brokerName: "broker-acl"),
        RecordedCluster(
            folder: "5.3.3-controller", generation: .v5, name: "CtlCluster", nameServer: "127.0.0.1:9979",
            controller: "127.0.0.1:9978", brokers: ["127.0.0.1:21911", "127.0.0.1:21921"], slaves: 1,
            brokerName: "broker-ctl", aliases: ["127.0.0.1:21919": "127.0.0.1:21921"]),
    ]

    /// A sandbox of the same shape, at the time of the recording.
    func options(at time: Int) -> SandboxOptions {
        var options = SandboxOptions()
        (options.serverVersion, options.clusterName) = (generation, name)
        (options.masters, options.slavesPerMaster) = (brokers.count / (slaves + 1), slaves)
        options.controllers = controller == nil ? 0 : 1
        options.clock = WallClock { time }
        // Brokers register when the test says so.
        options.registrationInterval = .seconds(3600)
        return options
    }

    /// Where in the sandbox an address of the recording is.
    func place(of address: String) -> Place? {
        let address = aliases[address] ?? address
        if address == nameServer { return .nameServer }
        if address == controller { return .controller }
        return brokers.firstIndex(of: address).map { .broker($0) }
    }

    enum Place: Hashable {
        case nameServer, controller
        /// Its place in `Sandbox.brokers`.
        case broker(Int)
    }

    /// The recording's names and addresses, and what they are in the sandbox.
    func translation(to sandbox: Sandbox) -> Translation {
        var pairs = [(nameServer, sandbox.nameServerAddress)]
        if let controller { pairs.append((controller, sandbox.controllerAddresses[0])) }
        for (recorded, info) in zip(brokers, sandbox.brokers) {
            guard let recorded else { continue }
            pairs.append((recorded, info.address))
            pairs.append((Self.next(to: recorded), Self.next(to: info.address)))
        }
        if let brokerName { pairs.append((brokerName, "broker-a")) }
        return Translation(pairs)
    }

    /// The port that replicas read the log from.
    private static func next(to address: String) -> String {
        let parts = address.split(separator: ":")
        return "\(parts[0]):\((Int(parts[1]) ?? 0) + 1)"
    }
}

/// Replaces words by others, all at once.
struct Translation: Sendable {
    private let words: [String: String]
    private let pattern: String

    init(_ pairs: [(String, String)]) {
        words = Dictionary(pairs) { first, _ in first }
        pattern = "\\b(" + words.keys.map(NSRegularExpression.escapedPattern).joined(separator: "|") + ")\\b"
    }

    func callAsFunction(_ text: String) -> String {
        guard words.keys.contains(where: { text.contains($0) }), let regex = try? Regex(pattern) else { return text }
        return text.replacing(regex) { words[String(text[$0.range])] ?? "" }
    }
}
