import AdminProtocol
import CommandKit

struct DecodeMessageId: Subcommand {
    static let about = About(
        "decodeMessageId", .message, "Tell where and when a message was sent, from the id its client gave it",
        discussion: """
            The id is #MsgId of sendMessage, of a client in Java or of this tool. It says only how long after the \
            beginning of a month the message was sent: the last such moment is shown. No server is asked.
            """,
        examples: [Example("-i 0100007F0000B7BD0000652584690C00", "the sender's address, and the time")])

    @Option("i", "messageId", "the message's id: 32 or 56 hexadecimal digits") var id: ClientMessageID

    func run(in session: Session) async throws -> Record<DecodedMessageID> {
        let decoded = DecodedMessageID(id: id, time: id.time(before: session.clock.milliseconds))
        return Record(decoded, layout: .labels(width: 0, separator: "="))
    }
}

/// What a client's message id says.
struct DecodedMessageID: TableRow {
    var id: ClientMessageID
    /// Epoch milliseconds.
    var time: Int

    static let columns: [Column<Self>] = [
        Column("ip", "ip") { $0.id.ip },
        Column("date", "timestamp") {
            $0.time
        } text: {
            LocalTime(milliseconds: $0.time).asArgument
        },
        Column(key: "processId") { $0.id.processID },
        Column(key: "counter") { $0.id.counter },
    ]
}
