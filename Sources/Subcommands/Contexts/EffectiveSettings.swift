internal import AdminClient
public import CommandKit

/// What holds for one run: each setting from the command line, or else the environment, a context, or the default.
public struct EffectiveSettings: Sendable {
    /// Where a value comes from.
    enum Origin: Sendable {
        case option(String)
        case variable(String)
        case context(ClusterContext)
        /// RocketMQ's own file of credentials.
        case toolsFile(String)
        case standing
    }

    /// A value and its origin; a secret's is where it is, or the secret itself.
    struct Choice: Sendable {
        var text: String
        var origin: Origin
    }

    private(set) var choices: [Setting: Choice] = [:]
    /// The context that is in force, if any.
    public private(set) var context: ClusterContext?
    /// The protected context whose cluster is being talked to, however it was named.
    public private(set) var protection: ClusterContext?
    let environment: @Sendable (String) -> String?
    /// Whether the command line names the context.
    private var isAskedFor = false

    /// What the command line and the defaults say, for commands that are about no cluster.
    public init(_ globals: GlobalArguments) {
        environment = { _ in nil }
        for (setting, given) in globals.given {
            choices[setting] = Choice(text: given.text, origin: .option(given.option))
        }
    }

    /// What holds; `named` replaces the context that the command line, `MQADMIN_CONTEXT` or the files choose.
    ///
    /// Throws a `UsageError` for a context that is not there, and for a malformed value.
    public init(
        _ globals: GlobalArguments, in configuration: Configuration, context named: String? = nil,
        environment: @escaping @Sendable (String) -> String?
    ) throws(UsageError) {
        self.environment = environment
        isAskedFor = globals.context != nil
        let variable = environment("MQADMIN_CONTEXT").flatMap { $0.isEmpty ? nil : $0 }
        if let name = named ?? globals.context?.text ?? variable ?? configuration.current {
            context = try configuration.context(named: name)
        }
        let given = globals.given
        for setting in Setting.allCases {
            if let given = given[setting] {
                choices[setting] = Choice(text: given.text, origin: .option(given.option))
            } else if let name = setting.variable, let text = environment(name), !text.isEmpty {
                choices[setting] = Choice(text: text, origin: .variable(name))
            } else if let context, let text = context.values[setting] {
                choices[setting] = Choice(text: text, origin: .context(context))
            } else if let standing = setting.standing {
                choices[setting] = Choice(text: standing, origin: .standing)
            }
        }
        try readToolsFile()
        try findProtection(configuration)
    }

    /// A value, read as what it has to be.
    func value<Value: ArgumentValue>(_ setting: Setting, as type: Value.Type) throws(UsageError) -> Value? {
        guard let choice = choices[setting] else { return nil }
        do throws(MalformedValue) { return try Value(argument: choice.text) } catch {
            let reason = error.reason ?? "expected \(Value.kind.expectation)"
            throw UsageError("\(choice.origin) is '\(choice.text)': \(reason)")
        }
    }

    /// The environment's notes about what somebody may not have expected, one line each.
    public var notes: [String] {
        let notes = [insecurityNote].compactMap(\.self)
        guard isAskedFor, let context, !context.nameServers.addresses.isEmpty,
            case .variable(let name)? = choices[.namesrvAddr]?.origin
        else { return notes }
        return notes + ["\(name) is used, and not the name servers of context '\(context.name)'"]
    }
}

extension EffectiveSettings {
    /// `conf/tools.yml` below `ROCKETMQ_HOME`, where nothing else says who is asking.
    private mutating func readToolsFile() throws(UsageError) {
        guard choices[.accessKey] == nil, choices[.secretKey] == nil,
            let home = environment("ROCKETMQ_HOME"), !home.isEmpty
        else { return }
        let path = "\(home)/conf/tools.yml"
        guard let (bytes, _) = try SafeFile.read(path, mayBelongToOthers: true) else { return }
        do throws(YAMLError) {
            guard case .mapping(let members) = try YAMLNode(parsing: bytes).value else { return }
            for (key, node) in members {
                guard let setting = Setting(rawValue: key), setting.isCredential, case .scalar(let text) = node.value,
                    !text.isEmpty
                else { continue }
                choices[setting] = Choice(text: text, origin: .toolsFile(path))
            }
        } catch { throw UsageError("\(path): \(error)") }
    }

    /// The context in force protects its cluster, and so does every other one that names one of the same servers.
    private mutating func findProtection(_ configuration: Configuration) throws(UsageError) {
        let servers = try value(.namesrvAddr, as: NameServerList.self)?.addresses ?? []
        if let context, context.isProtected, context.nameServers.addresses.isEmpty { protection = context }
        protection =
            protection
            ?? ([context].compactMap(\.self) + configuration.contexts).first { context in
                context.isProtected && context.nameServers.addresses.contains { servers.contains($0) }
            }
    }
}

extension EffectiveSettings.Origin: CustomStringConvertible {
    var description: String {
        switch self {
        case .option(let name), .variable(let name), .toolsFile(let name): name
        case .context(let context): "context '\(context.name)' in \(context.file)"
        case .standing: "the default"
        }
    }
}
