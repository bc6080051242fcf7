import AdminProtocol
import CommandKit

struct DumpCompactionLog: Subcommand {
    static let about = About(
        "dumpCompactionLog", .message, "Print the messages in a file of a compacted topic",
        discussion: """
            The file is one of a broker's store, below compaction/compactionLog; it is only read. No server is asked. \
            Text leaves the bodies out.
            """,
        examples: [
            Example("-f store/compaction/compactionLog/TopicTest/0/00000000000000000000", "the messages of a file")
        ])

    @Option("f", "file", "the file") var file: CompactionFile

    func run(in session: Session) async throws -> Table<LoggedMessage> {
        let log = try CompactionLog(path: file.path)
        let edition = session.edition
        return Table(layout: .lines { $0.line }) { emit in
            while let record = try log.next() {
                try emit(LoggedMessage(message: record, edition: edition))
            }
        }
    }
}

/// The path of a file of a compaction log.
struct CompactionFile: ArgumentValue {
    static let kind = ValueKind("file", completion: .file)
    let path: String
    init(argument: String) { path = argument }
    var argument: String? { path }
}

/// A message in a compaction log.
struct LoggedMessage: MessageRow {
    var message: StoredMessage
    var edition: Edition
    var body: MessageBody { MessageBody(message) }

    static let columns: [Column<Self>] = messageColumns

    /// A line of `DumpCompactionLogCommand`, which reads no bodies.
    var line: String {
        message.javaDescription(brokerName: nil, body: nil, systemFlag: message.systemFlags.rawValue)
    }
}
