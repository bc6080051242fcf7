import AdminClient
import AdminProtocol
import CommandKit

struct ElectMaster: Subcommand {
    static let about = About(
        "electMaster", .controller, "Make a broker the master of its group",
        discussion: """
            The old master becomes a slave. The ids are those that the controller gave: getSyncStateSet shows them, \
            and which brokers have all that the master has.
            """,
        examples: [
            Example("-a 127.0.0.1:9878 -c DefaultCluster -bn broker-a -b 2", "make replica 2 of broker-a its master")
        ])

    @Option("a", "controllerAddress", "the controllers; the leader among them is found")
    var controllers: ControllerAddresses
    @Option("b", "brokerId", "the id of the broker to promote") var brokerID: Int
    @Option("bn", "brokerName", "the name of its group") var brokerName: BrokerName
    @Option("c", "clusterName", "the cluster of the group") var cluster: ClusterName
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Record<Election> {
        let leader = try await session.admin.leader(of: controllers)
        let plan = Plan(
            summary: "make broker \(brokerID) the master of \(brokerName.text) in \(cluster.text)",
            steps: ["controller \(leader)"])
        try await session.approve(plan, safety)
        let request = ControllerElectMaster(
            clusterName: cluster.text, brokerName: brokerName.text, brokerId: brokerID,
            now: session.clock.milliseconds)
        let election = Election(
            cluster: cluster.text, brokerName: brokerName.text,
            master: try await session.admin.send(request, to: leader))
        return Record(election, layout: .labels([], before: election.lines))
    }
}
