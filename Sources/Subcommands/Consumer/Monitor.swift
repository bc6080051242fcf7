import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// The rounds of `startMonitoring` (`MonitorService.java`).
struct Monitor: Sendable {
    let session: Session
    /// Where the next event of a queue of `OFFSET_MOVED_EVENT` will be; nil until the first round.
    private var positions: [MessageQueue: Int]?

    init(session: Session) { self.session = session }

    static func table(_ events: [MonitorEvent]) -> Table<MonitorEvent> {
        Table(events, layout: .lines { $0.line })
    }

    /// Looks at every group once; what fails for one group is told, and does not keep the others waiting.
    mutating func round() async throws -> [MonitorEvent] {
        let topics = try await session.admin.askNameServer(GetAllTopicList()).topicList
        let groups = Set(topics.compactMap(DerivedTopic.group(ofRetry:))).sorted()
        let watch = GroupWatch(session: session)
        let results = await session.admin.gather(groups) { try await watch.events(of: $0) }
        var events: [MonitorEvent] = []
        for (group, result) in zip(groups, results) {
            switch result {
            case .success(let found): events += found
            case .failure(let error): session.notify("group \(group): \(error)")
            }
        }
        if topics.contains(OffsetMovedEvent.topic) {
            do { events += try await deletions() } catch { session.notify("\(OffsetMovedEvent.topic): \(error)") }
        }
        return events
    }

    /// What brokers have noted since the round before; the first round only finds the ends of the queues.
    private mutating func deletions() async throws -> [MonitorEvent] {
        let admin = session.admin
        let queues = try await admin.route(of: OffsetMovedEvent.topic).readableQueues(of: OffsetMovedEvent.topic)
        let addresses = Dictionary(queues.map { ($0.queue, $0) }) { first, _ in first }
        let isFirst = positions == nil
        var events: [MonitorEvent] = []
        for queue in addresses.keys.sorted() {
            guard let place = addresses[queue] else { continue }
            let end = try await admin.range(of: place).end
            let start = positions?[queue] ?? (isFirst ? end : 0)
            positions = (positions ?? [:]).merging([queue: max(start, end)]) { $1 }
            guard start < end else { continue }
            try await admin.read([QueueStretch(queue: place, first: start, end: end)], PullTerms()) { _, event in
                guard case .pulled(let result) = event else { return }
                events += result.messages.compactMap(MonitorEvent.init(deletion:))
            }
        }
        return events
    }
}

extension MonitorEvent {
    /// Nil for a message that is no event.
    fileprivate init?(deletion message: StoredMessage) {
        guard let event = try? OffsetMovedEvent(body: message.body) else { return nil }
        self.init(event: .deleted(event, timestamp: message.storeTimestamp), group: event.consumerGroup)
    }
}
