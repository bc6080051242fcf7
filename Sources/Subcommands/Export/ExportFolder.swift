import AdminProtocol
import CommandKit
import LooseJSON

/// The folder that exports are written to.
struct ExportFolder: ArgumentValue {
    static let kind = ValueKind("directory", completion: .directory)
    /// Where RocketMQ's tool writes exports.
    static let standard = ExportFolder(path: "/tmp/rocketmq/export")

    let path: String

    private init(path: String) { self.path = path }

    init(argument: String) throws(MalformedValue) {
        path = argument.trimmed
        if path.isEmpty { throw MalformedValue("a directory, not an empty text") }
    }

    var argument: String? { path }

    /// Writes one file whole or not at all, in the form in which Java writes it; returns its path.
    ///
    /// Below /tmp only the user may read it, and nothing that others put there is followed.
    func write(_ json: JSON, named name: String) throws(FileError) -> String {
        let file = "\(path)/\(name)"
        let bytes = Array(json.text(.loosePretty).utf8)
        if path.hasPrefix("/tmp/") || path.hasPrefix("/var/tmp/") {
            _ = try PrivateFile.write(bytes, named: name, in: path)
        } else {
            try PlainFile.write(bytes, to: file)
        }
        return file
    }
}

/// A file that was written, and what it holds.
struct ExportedFile: TableRow {
    var file: String
    /// How many brokers are in it.
    var brokers: Int
    var topics: Int?
    var subscriptionGroups: Int?

    static let columns: [Column<Self>] = [
        Column(key: "file") { $0.file },
        Column(key: "brokers") { $0.brokers },
        Column(key: "topics") { $0.topics },
        Column(key: "subscriptionGroups") { $0.subscriptionGroups },
    ]

    /// In text it is Java's one line.
    func report(_ failures: [Failure]) -> Record<Self> {
        Record(self, layout: .labels([], before: ["export \(file) success"]), failures: failures)
    }
}
