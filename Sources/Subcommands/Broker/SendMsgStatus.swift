import AdminClient
import AdminProtocol
import CommandKit

struct SendMsgStatus: Subcommand {
    static let about = About(
        "sendMsgStatus", .broker, "Send test messages to a broker and show how long each took",
        discussion: """
            Every broker has a topic of its own name; the messages go there. One more message is sent first, to open \
            the connection. The messages are stored like any others.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -b broker-a", "50 messages"),
            Example("-n 127.0.0.1:9876 -b broker-a -c 10 -s 1024", "10 messages of at least 1 KiB"),
        ])

    @Option("b", "brokerName", "the broker's name, or another topic") var topic: TopicName
    @Option("s", "messageSize", "bytes in a message, rounded up to a multiple of 11") var size = 128
    @Option("c", "count", "how many messages to send") var count = 50

    func run(in session: Session) async throws -> Table<SendTiming> {
        if size < 0 || count < 0 { throw UsageError("-s and -c cannot be negative") }
        let producer = Producer(group: "PID_SMSC", admin: session.admin)
        let edition = session.edition
        _ = try await producer.send(message(size: 16), now: session.clock.milliseconds)
        return Table(layout: .lines { $0.text(of: edition) }) { emit in
            for _ in 0..<count {
                let sent = try await producer.send(message(size: size), now: session.clock.milliseconds)
                try emit(SendTiming(sent: sent))
                if let warning = sent.warning {
                    emit.fail(Failure(sent.queue.brokerName, code: sent.status.rawValue, warning))
                }
                try emit.flush()
            }
        }
    }

    private func message(size: Int) -> OutgoingMessage {
        let body = String(repeating: "hello jodie", count: (size + 10) / 11)
        return OutgoingMessage(topic: topic.text, body: Array(body.utf8))
    }
}
