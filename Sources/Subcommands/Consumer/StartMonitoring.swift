import AdminClient
import CommandKit
import EventLoop

struct StartMonitoring: Subcommand {
    static let about = About(
        "startMonitoring", .consumer,
        "Watch all consumer groups, and report what is wrong with them, until interrupted",
        discussion: """
            Every round tells, for each topic of each group that is online, how many messages wait (in all, in the \
            queue with most of them, and for how many milliseconds); clients whose subscriptions differ; queues that a \
            client does not get on with; and messages that were deleted before a group read them. RocketMQ's tool \
            writes the same to its log file.
            """,
        examples: [
            Example("-n 127.0.0.1:9876", "a round a minute"),
            Example("-n 127.0.0.1:9876 --interval 10s --output jsonl", "every ten seconds, for a program"),
        ])

    @Option(extra: "interval", "from the start of a round to the next one") var interval: Duration = .seconds(60)

    func run(in session: Session) async throws -> Series<Table<MonitorEvent>> {
        guard interval > .zero else { throw UsageError("the interval must be longer than nothing") }
        return Series { emit in
            var monitor = Monitor(session: session)
            var isFirst = true
            while true {
                let next = Deadline.after(interval)
                try await emit(Monitor.table([MonitorEvent(event: .beginRound)]))
                var events: [MonitorEvent]?
                do { events = try await monitor.round() + [MonitorEvent(event: .endRound)] } catch {
                    // Later on a cluster that is down for a while does not end the watch.
                    if isFirst || error is CancellationError { throw error }
                    session.notify("\(error)")
                }
                if let events { try await emit(Monitor.table(events)) }
                isFirst = false
                try await session.admin.loop.sleep(until: next)
            }
        }
    }
}
