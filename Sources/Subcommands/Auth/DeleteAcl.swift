import AdminClient
import AdminProtocol
import CommandKit

struct DeleteAcl: Subcommand {
    static let about = About(
        "deleteAcl", .auth, "Delete what was said of what a user may do",
        examples: [
            Example("-n 127.0.0.1:9876 -c DefaultCluster -s User:alice -r Topic:TopicTest", "on one topic"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -s User:alice", "on everything"),
        ],
        statuses: [.notFound: "There is no such user, or no such cluster."])

    @Choice var target: EveryBroker
    @Option("s", "subject", "whose permissions") var subject: SubjectName
    @Option("r", "resources", "only those on this resource, such as Topic:TopicTest") var resource: String?
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let request = AdminProtocol.DeleteAcl(subject: subject.text, resource: resource?.trimmed)
        let brokers = try await session.admin.addresses(of: target)
        let place = request.resource ?? "everything"
        let plan = Plan(
            summary:
                "delete the permissions of \(request.subject) on \(place) from \(counted(brokers.count, "broker"))",
            steps: brokers.map { "broker \($0)" })
        try await session.approve(plan, safety)
        return try await session.admin.change(brokers, by: request) { "delete acl to \($0) success." }
    }
}
