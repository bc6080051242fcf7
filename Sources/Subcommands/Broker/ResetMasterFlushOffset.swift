import AdminClient
import AdminProtocol
import CommandKit

struct ResetMasterFlushOffset: Subcommand {
    static let about = About(
        "resetMasterFlushOffset", .broker, "Set how far a slave believes its master to have written to disk",
        discussion: """
            A slave that has more than its master ever flushed cannot join it again; this takes the value back, so \
            that it can.
            """,
        examples: [Example("-n 127.0.0.1:9876 -b 127.0.0.1:10931 -o 0", "begin anew")])

    @Option("b", "brokerAddr", "the slave") var broker: BrokerAddress
    @Option("o", "offset", "the offset in the commit log") var offset: Int
    @OptionGroup var safety: Safety

    func run(in session: Session) async throws -> Table<ChangedBroker> {
        let plan = Plan(summary: "set the master's flush offset to \(offset) on \(broker.peer)", steps: [])
        try await session.approve(plan, safety)
        let request = AdminProtocol.ResetMasterFlushOffset(offset: offset)
        return try await session.admin.change([broker.peer]) { _ in
            "reset master flush offset to \(offset) success"
        } _: { broker in
            _ = try await session.admin.send(request, to: broker)
        }
    }
}
