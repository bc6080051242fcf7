import AdminClient
import AdminProtocol
import CommandKit

struct DeleteSubGroup: Subcommand {
    static let about = About(
        "deleteSubGroup", .consumer, "Delete a consumer group's settings from brokers",
        discussion: """
            With -c the group's retry and dead-letter topics go too, from the cluster and from the name servers. The \
            group's offsets stay unless -r true is given. Clients that come back create the group again where brokers \
            create groups by themselves.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -g GroupTest -r true", "with its topics and offsets"),
            Example("-b 127.0.0.1:10911 -g GroupTest", "only the settings, on one broker"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "delete it from this broker only", Target.broker),
        .option("c", "clusterName", "delete it, and its topics, from every master of this cluster", Target.cluster)
    ) var target: Target
    @Option("g", "groupName", "the group to delete") var group: GroupName
    @Option("r", "removeOffset", "whether to delete the group's offsets too") var removeOffset: Bool?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<Deletion> {
        let deletion = GroupDeletion(group: group.text, removesOffsets: removeOffset == true, target: target)
        let brokers = try await session.admin.brokers(of: target)
        try await session.approve(deletion.plan(brokers, session.admin.settings.nameServers.addresses), safety)
        return try await deletion.run(on: brokers, session)
    }
}
