import CommandKit

/// The options that all sample commands share.
struct SampleGlobals: GlobalOptions {
    @Option("n", "namesrvAddr", "name server addresses") var nameServers: String?
    @Option(extra: "output", "text, json, jsonl, yaml or csv") var output = Format.text
    @Option(extra: "json", "the same as --output json") var json: Bool
    @Option(extra: "compat", "behave as this edition") var edition: Edition?
    @Option(extra: "timeout", "how long to wait") var timeout: Duration = .seconds(5)
}

enum SampleTarget: Equatable {
    case broker(String)
    case cluster(String)
}

extension SampleTarget: Alternatives {
    static let alternatives: [Alternative<SampleTarget>] = [
        .option("b", "brokerAddr", "this broker", SampleTarget.broker),
        .option("c", "clusterName", "every broker of this cluster", SampleTarget.cluster),
    ]
}

/// A figure of a broker, with a value of each kind.
struct SampleFigure: TableRow {
    var broker: String
    var id: Int
    var rate: Double?
    static let columns: [Column<Self>] = [
        Column("#Broker", "broker", width: -10) { $0.broker },
        Column("#ID", "id", width: 4, titleWidth: -4) { $0.id },
        Column("#Rate", "rate", width: 6) {
            $0.rate
        } text: {
            $0.rate.map { "\($0)ms" } ?? "-"
        },
        Column(key: "isMaster") { $0.id == 0 },
    ]
}

struct SampleList: Subcommand {
    static let about = About(
        "sampleList", .broker, "List figures of brokers",
        examples: [
            Example("-b 127.0.0.1:10911", "one broker"), Example("-c DefaultCluster --json", "a cluster, for programs"),
        ])

    @Choice var target: SampleTarget
    @Choice(
        .option("s", "since", "not older than", When.since),
        .flag("a", "all", "however old", When.always)
    ) var when: When?
    @Option("m", "moreStats", "more figures") var more: Bool
    @Option("o", "order", "whether to order") var order: Bool?
    @Option("i", "interval", "repeat after so long") var interval: Duration?
    @Option(nil, "attributes", "attributes") var attributes: String?
    @Option("r", "retries", "how often to try") var retries = 3
    @Option("q", "quiet", "say less") var quiet = false

    enum When: Equatable {
        case since(Int)
        case always
    }

    func run(in context: SampleContext) async throws -> Table<SampleFigure> {
        Table(
            [SampleFigure(broker: "broker-a", id: 0, rate: 1.5)], layout: .columns(after: [""]),
            failures: [Failure("127.0.0.1:1", code: 1, "refused")])
    }
}

struct SampleContext: Sendable {}

struct SampleRun: Subcommand {
    static let about = About(
        "sampleRun", .tool, "Run something", aliases: ["exec"], examples: [Example("once -- ls -l", "a command")])

    @Word("how", "once or often") var how: String?
    @Words("command", "what to run", .afterTerminator) var command: [String]

    func run(in context: SampleContext) async throws -> Message {
        Message(["ran"], fields: ["how": how, "words": command])
    }
}

/// A topic's name, which shells ask the tool for.
struct SampleTopic: ArgumentValue, Equatable {
    let name: String
    static var kind: ValueKind { ValueKind("topic", completion: .topic) }
    init(argument: String) throws(MalformedValue) {
        guard !argument.isEmpty else { throw MalformedValue("a topic has a name") }
        name = argument
    }
    var argument: String? { name }
}

struct SampleSend: Subcommand {
    static let about = About(
        "sampleSend", .message, "Send a message",
        discussion: "The body comes from a file. It's [sent]: once, or as often as 'count' says.\n\nSecond paragraph.",
        examples: [Example("-t TopicTest -f body.txt", "a file's content")], statuses: [.notFound: "there is no topic"])

    @Option("t", "topic", "the topic to send to") var topic: SampleTopic
    @Option("f", "file", "file with the body: [one] \"message\"") var file: SampleFile?
    @Option("bn", "brokerName", "the broker's name, it's optional") var broker: String?
    @Option("p", "print msg", "whether to print it") var print: Bool?
    @Option("b", "beginTimestamp ", "since when") var begin: Int64?
    @Option("c", "cplus", "clients in C++", only: .v4) var cplusSwitch: Bool
    @Option("c", "cluster", "cluster", only: .v5) var cluster: String?

    func run(in context: SampleContext) async throws -> Message { Message("sent") }
}

struct SampleFile: ArgumentValue {
    let path: String
    static var kind: ValueKind { ValueKind("file", completion: .file) }
    init(argument: String) { path = argument }
    var argument: String? { path }
}

let sampleTool = Tool(
    "mqtool", "do things with brokers",
    discussion: "It talks to brokers. Brokers store messages.",
    examples: [Example("sampleList -b x:1", "list what a broker has")],
    environment: [.init("NAMESRV_ADDR", "Name servers, where -n is not given.")],
    files: [.init("~/.config/mqtool/config.yaml", "Contexts.")], version: "1.0", date: "2026-11-21")
let samples = Catalog(
    sampleTool, globals: SampleGlobals.self, [Entry(SampleList.self), Entry(SampleRun.self), Entry(SampleSend.self)])
