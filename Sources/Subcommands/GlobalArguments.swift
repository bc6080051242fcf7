public import AdminClient
public import CommandKit

/// The options that every subcommand takes.
public struct GlobalArguments: GlobalOptions {
    @Option("n", "namesrvAddr", "the name servers, such as host:9876;host2:9876 (else $NAMESRV_ADDR)")
    public var nameServersGiven: NameServerList?
    @Option(extra: "nameserverAddr", "the same, as some of RocketMQ's commands spell it")
    var nameserverAddr: NameServerList?

    @Option(extra: "output", "how to draw the result") public var output: Format = .text
    @Option(extra: "json", "the same as --output json") public var json: Bool
    @Option(extra: "timeout", "how long one request may take") public var timeout: Duration = .seconds(5)
    @Option(extra: "compat", "print the texts of this edition of RocketMQ, and read its options (else $MQADMIN_COMPAT)")
    public var edition: Edition?
    @Option(extra: "raw", "leave control characters in texts from servers as they are") public var raw: Bool
    @Option(extra: "verbose", "say more about an error") public var verbose: Bool
    @Option(extra: "exit-compat", "return the exit statuses of this implementation") public var exitCompat: ExitCompat?

    public init() {}

    /// The name servers that the command line names.
    public var nameServers: NameServerList? { nameServersGiven ?? nameserverAddr }

    /// The format that `--json` or `--output` asks for.
    public var format: Format { json ? .json : output }
}

/// Whose exit statuses a script relies on.
public enum ExitCompat: String, CaseIterable, ArgumentValue {
    /// 0 whatever happened once the command line was understood, 1 for a command line that was not.
    case java
}
