import AdminProtocol
import CommandKit

struct Version: Subcommand {
    static let about = About(
        "version", .tool, "Print the version of this program",
        examples: [Example("", "the version"), Example("--json", "for a program")], isLocal: true)

    func run(in session: Session) async throws -> Message {
        Message(
            "mqadmin \(version), for Apache RocketMQ 4.9 and 5.x",
            fields: ["version": version, "protocol": ServerVersion.v5_3_3.name])
    }
}
