import AdminProtocol
import CommandKit

/// What the answers of a group's clients say together (`ConsumerRunningInfo.java`).
struct ClientAnalysis: TableRow {
    /// Whether all clients subscribe to the same topics with the same expressions.
    var isSameSubscription = true
    /// Queues that a client does not get on with.
    var stuckQueues: [StuckQueue] = []

    static let columns: [Column<Self>] = [
        Column(key: "sameSubscription") { $0.isSameSubscription }
    ]

    /// Compares the answers, by client id; `now` in epoch milliseconds.
    init(of infos: [String: ConsumerRunningInfo], now: Int, _ edition: Edition) {
        let clients = infos.sorted { $0.key < $1.key }
        isSameSubscription = Self.sameSubscription(clients.map(\.value), now: now, edition)
        guard isSameSubscription else { return }
        stuckQueues = clients.flatMap { id, info in StuckQueue.all(of: id, info, now: now) }
    }

    /// Java compares only when the first client is pushed to and has had two minutes to start; 4.9 minds when nothing is
    /// subscribed to at all.
    private static func sameSubscription(_ infos: [ConsumerRunningInfo], now: Int, _ edition: Edition) -> Bool {
        guard let first = infos.first, first.isPush, let start = first.startTimestamp, now - start > 120_000 else {
            return true
        }
        let sets = infos.map { info in Set(info.subscriptionSet.map { [$0.topic, $0.subString] }) }
        if edition == .v4, sets.last?.isEmpty == true { return false }
        return sets.allSatisfy { $0 == sets[0] }
    }

    /// The words that follow the clients; Java does not look at the balance of the queues, and calls it OK.
    var lines: [String] {
        isSameSubscription
            ? ["", "", "Same subscription in the same group of consumer", "", "Rebalance OK"]
            : ["", "", "WARN: Different subscription in the same group of consumer!!!"]
    }
}

/// A queue that a client does not get on with.
struct StuckQueue: TableRow {
    enum Problem: String, Sendable { case notLocked, notUnlocked, notConsumed }

    var clientId: String
    var queue: MessageQueue
    var problem: Problem
    /// For how long, in milliseconds.
    var milliseconds: Int?
    /// How often unlocking was tried.
    var tries: Int?

    static let columns: [Column<Self>] = [
        Column(key: "clientId") { $0.clientId },
        Column(key: "topic") { $0.queue.topic },
        Column(key: "brokerName") { $0.queue.brokerName },
        Column(key: "queueId") { $0.queue.queueId },
        Column(key: "problem") { $0.problem.rawValue },
        Column(key: "milliseconds") { $0.milliseconds },
        Column(key: "tries") { $0.tries },
    ]

    /// As `ConsumerRunningInfo.analyzeProcessQueue` says it.
    var text: String {
        switch problem {
        case .notLocked: "\(clientId) \(queue) can't lock for a while, \(milliseconds ?? 0)ms"
        case .notUnlocked: "\(clientId) \(queue) unlock \(tries ?? 0) times, still failed"
        case .notConsumed: "\(clientId) \(queue) can't consume for a while, maybe blocked, \(milliseconds ?? 0)ms"
        }
    }

    /// The queues of one client that is pushed to; `now` in epoch milliseconds.
    static func all(of client: String, _ info: ConsumerRunningInfo, now: Int) -> [StuckQueue] {
        guard info.isPush else { return [] }
        return info.mqTable.sorted { $0.key < $1.key }.compactMap { queue, state in
            var stuck = StuckQueue(clientId: client, queue: queue, problem: .notConsumed)
            if info.isOrderly {
                guard state.locked else {
                    (stuck.problem, stuck.milliseconds) = (.notLocked, now &- state.lastLockTimestamp.value)
                    return stuck
                }
                (stuck.problem, stuck.tries) = (.notUnlocked, state.tryUnlockTimes)
                return state.droped && state.tryUnlockTimes > 0 ? stuck : nil
            }
            stuck.milliseconds = now &- state.lastConsumeTimestamp.value
            return stuck.milliseconds ?? 0 > 60_000 && state.cachedMsgCount > 0 ? stuck : nil
        }
    }
}
