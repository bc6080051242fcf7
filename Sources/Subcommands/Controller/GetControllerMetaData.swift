import AdminClient
import AdminProtocol
import CommandKit

struct GetControllerMetaData: Subcommand {
    static let about = About(
        "getControllerMetaData", .controller, "Show the members of a group of controllers, and their leader",
        discussion: "Controllers choose which broker of a group is the master; RocketMQ has them since 5.0.",
        examples: [Example("-a 127.0.0.1:9878", "the group of this controller")])

    @Option("a", "controllerAddress", "the controllers; the first one that answers will do")
    var controllers: ControllerAddresses

    struct Group: TableRow {
        var metadata: ControllerMetadata

        static let columns: [Column<Self>] = [
            Column("#ControllerGroup", "group") { $0.metadata.group },
            Column("#ControllerLeaderId", "leaderId") { $0.metadata.controllerLeaderId },
            Column("#ControllerLeaderAddress", "leaderAddress") { $0.metadata.controllerLeaderAddress },
            Column("#Peer:", "peers") { $0.metadata.peerList },
        ]
    }

    func run(in session: Session) async throws -> Record<Group> {
        let metadata = try await session.admin.controllerMetadata(from: controllers)
        let lines = [
            "", "#ControllerGroup\t\(metadata.group ?? "null")",
            "#ControllerLeaderId\t\(metadata.controllerLeaderId ?? "null")",
            "#ControllerLeaderAddress\t\(metadata.controllerLeaderAddress ?? "null")",
        ]
        let peers = metadata.peerList.map { "#Peer:\t\($0)" }
        return Record(Group(metadata: metadata), layout: .labels([], before: lines + peers))
    }
}
