import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// How a group is moved in all queues of a topic.
struct OffsetMove: Sendable {
    /// Which command it is for: the texts differ, and one of them never asks the brokers.
    enum Style: Sendable { case resetByTime, writtenOnly, skip }

    let reset: OffsetReset
    /// The time as the user typed it.
    let time: String
    let style: Style

    /// Has the brokers move the group, or writes its offsets where a broker finds no client to tell.
    func run(_ session: Session, _ safety: Safety) async throws -> OffsetReport {
        let route = try await session.admin.route(of: reset.routeTopic)
        let brokers = route.brokerAddresses
        guard !brokers.isEmpty else { throw NotFoundError("no broker has topic '\(reset.topic)' at the moment") }
        try await session.approve(
            Plan(
                summary: "move group \(reset.group) in topic \(reset.topic) to \(time), "
                    + "on \(counted(brokers.count, "broker"))",
                steps: brokers.map { "broker \($0)" }), safety)
        if style != .writtenOnly {
            let answers = await session.admin.resetOffsets(reset, on: brokers)
            if !answers.contains(where: \.findsNobodyOnline) { return try report(answers, session.edition) }
        }
        return try await write(route, session)
    }

    private func report(_ answers: [Answer<ResetOffsets>], _ edition: Edition) throws -> OffsetReport {
        let outcomes = try Outcomes(answers.map(\.from), answers.map(\.result))
        let rows = outcomes.values.flatMap { _, offsets in
            offsets.offsetTable?.map { MovedQueue(queue: $0.key, offset: $0.value) } ?? []
        }
        return OffsetReport(
            before: style == .skip ? [] : [heading(edition)], rows: rows.sorted { $0.queue < $1.queue },
            isWritten: false, lastTitle: "", failures: outcomes.failures)
    }

    /// Writes the offset of each queue, all at once.
    private func write(_ route: TopicRouteData, _ session: Session) async throws -> OffsetReport {
        let admin = session.admin
        let brokers = route.brokerDatas.filter { $0.anyAddress != nil }.sorted { $0.brokerName < $1.brokerName }
        let known = try await admin.outcomes(of: brokers.map(\.brokerName)) { name in
            let readable = route.queueDatas.first { $0.brokerName == name }?.readQueueNums ?? 0
            return try await admin.standing(of: reset, on: address(of: name, brokers), named: name, readable: readable)
        }
        let standing = Dictionary(known.values.flatMap(\.value).map { ($0.queue, $0) }) { first, _ in first }
        let moved = try await admin.outcomes(of: standing.keys.sorted()) { queue in
            guard let rollback = standing[queue] else { throw NotFoundError("no queue \(queue)") }
            return try await admin.rollBack(rollback, reset, on: address(of: queue.brokerName, brokers))
        }
        return OffsetReport(
            before: style == .skip ? [] : [writtenHeading(session.edition)],
            rows: moved.values.map { MovedQueue(queue: $0.target, offset: $0.value.rollbackOffset, written: $0.value) },
            isWritten: true,
            lastTitle: style != .skip && session.edition == .v5 ? "#resetOffset" : "#rollbackOffset",
            failures: known.failures + moved.failures)
    }

    private func address(of name: String, _ brokers: [BrokerData]) throws -> PeerAddress {
        let text = brokers.first { $0.brokerName == name }?.anyAddress ?? ""
        guard let address = PeerAddress(text) else { throw AddressError(text: text) }
        return address
    }
}

extension OffsetMove {
    private var terms: String {
        "topic[\(reset.topic)], force[\(reset.isForced)], timestamp(string)[\(time)], "
            + "timestamp(long)[\(reset.timestamp)]"
    }

    private func heading(_ edition: Edition) -> String {
        let verb =
            edition == .v4 ? "rollback consumer offset by specified" : "start reset consumer offset by specified,"
        return "\(verb) group[\(reset.group)], \(terms)"
    }

    private func writtenHeading(_ edition: Edition) -> String {
        let verb = edition == .v4 ? "rollback" : "reset"
        return "\(verb) consumer offset by specified consumerGroup[\(reset.group)], \(terms)"
    }
}

extension Answer {
    /// Whether a broker that has clients move themselves finds none.
    fileprivate var findsNobodyOnline: Bool {
        if case .failure(let error as BrokerError) = result { error.code == .consumerNotOnline } else { false }
    }
}
