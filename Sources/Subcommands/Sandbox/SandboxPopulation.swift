internal import CommandKit
internal import Sandbox

/// How large a sandbox is that stands for a large cluster.
struct SandboxPopulation: Options {
    @Option(extra: "brokers", "the same as --masters") var brokers: Int?
    @Option(
        extra: "synthetic",
        "topics and groups without messages, such as topics=10000,groups=5000,lag=random (or a number)")
    var synthetic: SyntheticPopulation?

    /// The options of a cluster with these people in it.
    func settle(in options: SandboxOptions) throws(UsageError) -> SandboxOptions {
        var options = options
        options.population = synthetic?.population
        if synthetic != nil, options.storage.folder != nil {
            throw UsageError("--synthetic is nothing to keep: it cannot be given together with --data")
        }
        guard let brokers else { return options }
        guard options.masters == 1 else { throw UsageError("--brokers and --masters are the same: give one of them") }
        guard (1...5000).contains(brokers) else { throw UsageError("--brokers has to be from 1 to 5000") }
        options.masters = brokers
        return options
    }
}

/// `topics=10000,groups=5000,lag=random`.
struct SyntheticPopulation: ArgumentValue {
    static let kind = ValueKind("name=number,…", expects: "topics=…,groups=…,lag=…")
    private static let limit = 1_000_000
    let population: Population

    init(argument: String) throws(MalformedValue) {
        var population = Population()
        for part in argument.split(separator: ",") {
            let pieces = part.split(separator: "=", maxSplits: 1).map(String.init)
            let (name, value) = (pieces.first ?? "", pieces.count == 2 ? pieces[1] : "")
            if name == "lag", value == "random" { continue }
            guard let number = Int(value), (0...Self.limit).contains(number) else {
                throw MalformedValue("'\(part)' is not name=number, the number from 0 to \(Self.limit)")
            }
            switch name {
            case "topics": population.topics = number
            case "groups": population.groups = number
            case "lag": population.lag = .messages(number)
            default: throw MalformedValue("there are topics, groups and lag, but no '\(name)'")
            }
        }
        if population.groups > 0, population.topics == 0 { throw MalformedValue("groups need topics") }
        self.population = population
    }

    var argument: String? {
        let lag = if case .messages(let count) = population.lag { "\(count)" } else { "random" }
        return "topics=\(population.topics),groups=\(population.groups),lag=\(lag)"
    }
}
