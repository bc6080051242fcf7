import AdminClient
import AdminProtocol
import CommandKit

struct CleanBrokerMetadata: Subcommand {
    static let about = About(
        "cleanBrokerMetadata", .controller, "Make the controllers forget brokers that are gone for good",
        discussion: """
            Without -b all brokers of the group are forgotten. A broker that is connected is only forgotten with -l, \
            which is about the whole group; without it the controller has to be told the cluster, to see who is.
            """,
        examples: [
            Example("-a 127.0.0.1:9878 -c DefaultCluster -bn broker-a -b '2;3'", "two replicas of broker-a"),
            Example("-a 127.0.0.1:9878 -bn broker-a -l", "all of broker-a, connected or not"),
        ])

    @Option("a", "controllerAddress", "the controllers; the leader among them is found")
    var controllers: ControllerAddresses
    @Option("b", "brokerControllerIdsToClean", "ids that the controller gave, as 1;2;3") var ids: BrokerIDs?
    @Option("bn", "brokerName", "the name of their group") var brokerName: BrokerName
    @Option("c", "clusterName", "the cluster of the group") var cluster: ClusterName?
    @Option("l", "cleanLivingBroker", "also forget brokers that are connected") var cleansLiving: Bool
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Message {
        if !cleansLiving, cluster == nil { throw UsageError("without -l the cluster is needed: add -c") }
        if cleansLiving, ids != nil {
            throw UsageError("with -l controllers forget the whole group, whatever -b says: leave out one of the two")
        }
        let leader = try await session.admin.leader(of: controllers)
        let which = ids.map { "brokers \($0.text)" } ?? "all brokers"
        let plan = Plan(
            summary: "forget \(which) of \(brokerName.text)" + (cleansLiving ? ", connected or not" : ""),
            steps: ["controller \(leader)"])
        try await session.approve(plan, safety)
        let request = CleanBrokerData(
            clusterName: cluster?.text, brokerName: brokerName.text, ids: ids?.numbers, cleansLiving: cleansLiving,
            now: session.clock.milliseconds)
        _ = try await session.admin.send(request, to: leader)
        return Message(
            "clear broker \(brokerName.text) metadata from controller success! ",
            fields: ["brokerName": brokerName.text, "brokerIds": ids?.numbers, "controller": leader.description])
    }
}
