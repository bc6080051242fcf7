import AdminClient
import AdminProtocol
import CommandKit

struct QueryMsgTraceById: Subcommand {
    static let about = About(
        "queryMsgTraceById", .message, "Show who sent and who consumed a message, as clients recorded it",
        discussion: """
            Only clients whose message trace is on record what they do, in the trace topic of their cluster; see \
            sendMessage -m.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -i 0100007F0000B7BD0000652584690C00", "what happened to a message"),
            Example("-n 127.0.0.1:9876 -i 0100007F0000B7BD0000652584690C00 -t MyTrace", "from another trace topic"),
        ],
        statuses: [.notFound: "No client recorded anything about the message."])

    @Option("i", "msgId", "the message's id, as its sender's client gave it") var id: String
    @Option("t", "traceTopic", "the trace topic (else RMQ_SYS_TRACE_TOPIC)") var topic: TopicName?
    @Option("b", "beginTimestamp", "only records stored from this time on, in epoch milliseconds", only: .v5)
    var begin: Int?
    @Option("e", "endTimestamp", "only records stored until this time, in epoch milliseconds", only: .v5)
    var end: Int?
    @Option("c", "maxNum", "the most records of one broker (else 64)", only: .v5) var maxNum: Int?

    func run(in session: Session) async throws -> Table<TraceRow> {
        let id = id.trimmed
        let latest = session.edition == .v4 ? session.clock.milliseconds : Int.max
        let topic = topic?.text ?? Producer.traceTopic
        let found = try await session.admin.messages(
            key: id, topic: topic, cluster: nil, from: begin ?? 0, to: end ?? latest, isUniqueKey: false,
            limit: maxNum ?? 64)
        var failures = found.failures.map { Failure($0.address, $0.error) }
        var rows: [TraceRow] = []
        for message in found.messages {
            do {
                let records = TraceRecord.records(in: try message.content()).filter { $0.messageID == id }
                rows += records.map { TraceRow(record: $0, clientHost: message.bornHost.host) }
            } catch { failures.append(Failure(message.offsetID, error)) }
        }
        guard !rows.isEmpty || !failures.isEmpty else {
            throw NotFoundError("no client recorded anything about message '\(id)' in topic '\(topic)'")
        }
        return Table(TraceRow.arranged(rows), layout: .lines { $0.lines }, failures: failures)
    }
}
