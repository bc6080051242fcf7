import AdminClient
import AdminProtocol
import CommandKit

struct CheckMsgSendRT: Subcommand {
    static let about = About(
        "checkMsgSendRT", .message, "Measure how long brokers take to store messages of a topic",
        discussion: """
            Real messages are sent, to one queue after the other, and stay in the topic: measure on one of your own. \
            #RT is in milliseconds; the average leaves the first message out, which waits for the connection.
            """,
        examples: [
            Example("-n 127.0.0.1:9876 -t TopicTest", "100 messages of 128 bytes"),
            Example("-n 127.0.0.1:9876 -t TopicTest -a 10 -s 4000", "ten larger ones"),
        ])

    @Option("t", "topic", "the topic") var topic: TopicName
    @Option("a", "amount", "how many messages") var amount = 100
    @Option("s", "size", "how many bytes each has") var size = 128

    func run(in session: Session) async throws -> SendTimes {
        if amount < 1 { throw UsageError("-a is \(amount): at least one message has to be sent") }
        guard (0...16_000_000).contains(size) else { throw UsageError("-s is \(size): it has to be 0 to 16000000") }
        let producer = Producer(group: "\(session.clock.milliseconds)", admin: session.admin)
        let queues = try await producer.writableQueues(of: topic.text)
        guard !queues.isEmpty else { throw NotFoundError("topic '\(topic.text)' has no writable queue") }
        let message = OutgoingMessage(topic: topic.text, body: Array(repeating: UInt8(ascii: "a"), count: size))
        let (amount, tally) = (amount, SendTally())
        let sends = Table<SendTime>(layout: .columns()) { emit in
            for number in 0..<amount {
                let queue = queues[number % queues.count]
                let start = ContinuousClock.now
                let result = await outcome {
                    try await producer.send(message, to: queue, now: session.clock.milliseconds)
                }
                let time = Int((ContinuousClock.now - start) / .milliseconds(1))
                if case .failure(let error) = result { emit.fail(Failure(queue.address, error)) }
                tally.add(time, result)
                try emit(SendTime(queue: queue.queue, isSent: (try? result.get()) != nil, milliseconds: time))
                try emit.flush()
            }
            try tally.checkAnySent()
        }
        return SendTimes(sends: sends, average: Record(layout: .labels(width: 0, separator: ": ")) { tally.average })
    }
}

private func outcome<Value>(_ body: () async throws -> Value) async -> Result<Value, any Error> {
    do { return .success(try await body()) } catch { return .failure(error) }
}
