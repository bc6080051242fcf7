internal import CommandKit
internal import Sandbox

/// What the brokers of a sandbox are to each other, and to the name server.
struct SandboxBrokers: Options {
    @Option(extra: "replication", "with slaves: sends are answered at once, or when a slave has the message, too")
    var replication: Replication?
    @Option(extra: "dledger", "DLedger groups of so many brokers, which elect their master, in place of slaves")
    var dledger: Int?
    @Option(extra: "broker-conf", "brokers from RocketMQ's own broker.conf, one a file (one or more, by commas)")
    var files: ConfigurationFiles?
    @Option(extra: "heartbeat", "how often brokers register") var heartbeat = Duration.seconds(30)
    @Option(extra: "broker-expiry", "how long the name server believes in a broker that does not")
    var expiry = Duration.seconds(120)

    /// Completes the options; names that no broker knows are told to `notify`.
    func complete(
        _ options: SandboxOptions, _ shape: SandboxShape, _ notify: (String) -> Void
    ) throws -> SandboxOptions {
        var options = options
        guard heartbeat > .zero, expiry > .zero else {
            throw UsageError("\(heartbeat > .zero ? "--broker-expiry" : "--heartbeat") has to be more than nothing")
        }
        (options.registrationInterval, options.brokerExpiry) = (heartbeat, expiry)
        options.expiryScan = min(options.expiryScan, expiry / 4)
        options.replication = replication?.mode ?? .asynchronous
        try form(&options, shape)
        guard let files else { return options }
        if shape.masters != nil || shape.slaves != nil || shape.cluster != nil || dledger != nil || replication != nil {
            throw UsageError("the files of --broker-conf say what brokers there are, and no other option does")
        }
        options.brokerFiles = try files.read(besides: "\(options.host):\(options.port)", notify)
        if options.controllers == 0, options.brokerFiles.contains(where: \.isControlled) { options.controllers = 1 }
        return options
    }

    private func form(_ options: inout SandboxOptions, _ shape: SandboxShape) throws(UsageError) {
        guard let dledger else { return }
        guard (3...9).contains(dledger) else { throw UsageError("--dledger has to be from 3 to 9") }
        if shape.slaves != nil || shape.controllers > 0 || replication != nil {
            throw UsageError("--dledger is instead of --slaves, --controllers and --replication")
        }
        options.dledger = dledger
        if shape.cluster == nil { options.clusterName = "RaftCluster" }
    }
}

/// When sends are answered.
struct Replication: ArgumentValue {
    static let kind = ValueKind("when", choices: SandboxOptions.Replication.allCases.map(\.rawValue))
    let mode: SandboxOptions.Replication

    init(argument: String) throws(MalformedValue) {
        guard let mode = SandboxOptions.Replication(rawValue: argument) else { throw MalformedValue() }
        self.mode = mode
    }

    var argument: String? { mode.rawValue }
}

/// Configuration files of brokers, separated by commas.
struct ConfigurationFiles: ArgumentValue {
    static let kind = ValueKind("file,…", completion: .file)
    let paths: [String]

    init(argument: String) throws(MalformedValue) {
        paths = argument.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        if paths.isEmpty { throw MalformedValue() }
    }

    var argument: String? { paths.joined(separator: ",") }

    func read(besides own: String, _ notify: (String) -> Void) throws -> [BrokerFile] {
        var files: [BrokerFile] = []
        for path in paths {
            let text = String(decoding: try PlainFile.read(path), as: UTF8.self)
            do throws(BrokerFileError) { files.append(try BrokerFile(parsing: text)) } catch {
                throw UsageError("\(path): \(error)")
            }
            for name in files[files.count - 1].unknownNames {
                let near = Nearest.names(to: name, among: BrokerFileProperty.names)
                let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
                notify("\(path): no broker knows the property '\(name)', which changes nothing\(hint)")
            }
            if let other = files[files.count - 1].otherNameServers, other != own {
                notify("\(path): namesrvAddr=\(other) is left alone: the broker registers at the sandbox's name server")
            }
        }
        return files
    }
}
