import AdminClient
import AdminProtocol
import CommandKit

struct SetCommitLogReadAheadMode: Subcommand {
    static let about = About(
        "setCommitLogReadAheadMode", .broker, "Choose how the kernel reads ahead in the commit log",
        discussion: """
            The commit log holds a broker's messages. Where most reads are of single old messages, reading ahead \
            wastes memory. With -c a cluster's masters and slaves are set. Brokers know this since 5.1.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -b 127.0.0.1:10911 -m 1", "for random reads"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -m 0", "back to the usual mode"),
        ],
        statuses: [.notFound: "There is no such cluster: nothing was sent."])

    @Choice(
        .option("b", "brokerAddr", "on this broker", Target.broker),
        .option("c", "clusterName", "on every broker of this cluster", Target.cluster)
    ) var target: Target
    @Option("m", "commitLogReadAheadMode", "0 as the kernel sees fit, 1 for random reads") var mode: ReadAheadMode
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ReadAheadResult> {
        let members = try await session.admin.members(of: target)
        let plan = Plan(
            summary: "set the commit log's read-ahead mode to \(mode.rawValue) "
                + "on \(counted(members.count, "broker"))",
            steps: members.map { "broker \($0)" })
        try await session.approve(plan, safety)
        let request = SetCommitLogReadMode(mode: mode.rawValue)
        let outcomes = try await session.admin.outcomes(of: members) { member in
            ReadAheadResult(member: member, result: try await session.admin.send(request, to: member.address).text)
        }
        return Table(outcomes.values.map(\.value), layout: .lines { $0.text }, failures: outcomes.failures)
    }
}
