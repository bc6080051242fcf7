public import AdminClient
public import CommandKit

/// The options that every subcommand takes.
public struct GlobalArguments: GlobalOptions {
    @Option("n", "namesrvAddr", "the name servers, such as host:9876;host2:9876 (else $NAMESRV_ADDR)")
    public var nameServersGiven: NameServerList?
    @Option(extra: "nameserverAddr", "the same, as some of RocketMQ's commands spell it")
    var nameserverAddr: NameServerList?
    @Option(extra: "context", "the context that says what is not said here; see 'mqadmin help config'")
    public var context: ContextName?

    @Option(extra: "output", "how to draw the result (else text)") public var output: Format?
    @Option(extra: "json", "the same as --output json") public var json: Bool
    @Option(extra: "columns", "show these columns of a table only, in this order, by their names in JSON")
    var columns: NameList?
    @Option(extra: "sort", "sort a table by this column; -lag puts the largest first") var order: SortOrder?
    @Option(extra: "filter", "show rows of a table only where this holds, such as 'lag>1000,topic~order'")
    var filter: RowFilter?
    @Option(extra: "timeout", "how long one request may take (else 5s)") public var timeout: Duration?
    @Option(extra: "compat", "print the texts of this edition of RocketMQ, and read its options (else $MQADMIN_COMPAT)")
    public var edition: Edition?
    @Option(extra: "raw", "leave control characters in texts from servers as they are") public var raw: Bool
    @Option(extra: "verbose", "say more about an error") public var verbose: Bool
    @Option(extra: "trace-wire", "show every frame that goes over the wire, or record them in a file")
    public var traceWire: WireTarget?
    @Option(extra: "exit-compat", "return the exit statuses of this implementation") public var exitCompat: ExitCompat?

    @Option(extra: "access-key", "the access key that signs every request (else $ROCKETMQ_ACL_ACCESS_KEY)")
    var accessKey: String?
    @Option(extra: "secret-key", "where the secret key is: env:VARIABLE, file:PATH or cmd:COMMAND")
    var secretKey: SecretReference?
    @Option(extra: "secret-key-file", "the file whose first line is the secret key") var secretKeyFile: FilePath?
    @Option(extra: "security-token", "where the security token is, as for --secret-key")
    var securityToken: SecretReference?
    @Option(extra: "tls", "talk TLS to every server, and check their certificates") var tls: Bool
    @Option(extra: "tls-ca", "trust the authorities in this file (else those of the system)") var tlsCa: FilePath?
    @Option(extra: "tls-cert", "show the servers the certificate in this file") var tlsCert: FilePath?
    @Option(extra: "tls-key", "the certificate's private key (else in the same file)") var tlsKey: FilePath?
    @Option(extra: "tls-server-name", "the name in the servers' certificates (else their address)")
    var tlsServerName: String?
    @Option(extra: "tls-insecure", "talk TLS to servers whoever they are") var tlsInsecure: Bool
    @Option(extra: "addr-map", "where brokers are reached: 'auto', or pairs such as '172.17.0.*=127.0.0.1'")
    var addressMap: AddressMap?
    @Option(extra: "vip", "talk to brokers on their VIP port, two below the one they advertise") var vip: Bool

    public init() {}

    /// The name servers that the command line names.
    public var nameServers: NameServerList? { nameServersGiven ?? nameserverAddr }

    /// The format that `--json` or `--output` asks for.
    public var format: Format { json ? .json : output ?? .text }

    /// Which rows and columns of a table to draw.
    public var selection: Selection { Selection(columns: columns?.names, order: order, filter: filter) }

    /// What the command line says, as a context would.
    var given: [Setting: (option: String, text: String)] {
        var given: [Setting: (option: String, text: String)] = [:]
        func note(_ setting: Setting, _ option: String, _ text: String?) {
            if let text { given[setting] = (option, text) }
        }
        note(.namesrvAddr, "-n", nameServers?.argument)
        note(.accessKey, "--access-key", accessKey)
        note(.secretKey, "--secret-key-file", secretKeyFile.map { "file:\($0.text)" })
        note(.secretKey, "--secret-key", secretKey?.description)
        note(.securityToken, "--security-token", securityToken?.description)
        note(.tls, "--tls", tls ? "true" : nil)
        note(.tlsCa, "--tls-ca", tlsCa?.text)
        note(.tlsCert, "--tls-cert", tlsCert?.text)
        note(.tlsKey, "--tls-key", tlsKey?.text)
        note(.tlsServerName, "--tls-server-name", tlsServerName)
        note(.tlsInsecure, "--tls-insecure", tlsInsecure ? "true" : nil)
        note(.timeout, "--timeout", timeout?.argument)
        note(.output, "--output", output?.rawValue)
        note(.compat, "--compat", edition?.rawValue)
        note(.addrMap, "--addr-map", addressMap?.description)
        note(.vip, "--vip", vip ? "true" : nil)
        return given
    }
}

/// The name of a context.
public struct ContextName: ArgumentValue {
    public static let kind = ValueKind("context", completion: .live("context"))
    let text: String

    public init(argument: String) { text = argument }

    public var argument: String? { text }
}

/// Whose exit statuses a script relies on.
public enum ExitCompat: String, CaseIterable, ArgumentValue {
    /// 0 whatever happened once the command line was understood, 1 for a command line that was not.
    case java
}
