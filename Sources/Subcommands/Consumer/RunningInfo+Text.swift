import AdminProtocol
internal import CommandKit
import LooseJSON

extension ProcessQueueInfo {
    /// `ProcessQueueInfo.toString()`.
    var text: String {
        "ProcessQueueInfo [commitOffset=\(commitOffset.value), cachedMsgMinOffset=\(cachedMsgMinOffset.value), "
            + "cachedMsgMaxOffset=\(cachedMsgMaxOffset.value), cachedMsgCount=\(cachedMsgCount), "
            + "cachedMsgSizeInMiB=\(cachedMsgSizeInMiB), transactionMsgMinOffset=\(transactionMsgMinOffset.value), "
            + "transactionMsgMaxOffset=\(transactionMsgMaxOffset.value), transactionMsgCount=\(transactionMsgCount), "
            + "locked=\(locked), tryUnlockTimes=\(tryUnlockTimes), lastLockTimestamp=\(lastLockTimestamp.digits), "
            + "droped=\(droped), lastPullTimestamp=\(lastPullTimestamp.digits), "
            + "lastConsumeTimestamp=\(lastConsumeTimestamp.digits)]"
    }
}

extension PopProcessQueueInfo {
    /// `PopProcessQueueInfo.toString()`.
    var text: String {
        "PopProcessQueueInfo [waitAckCount:\(waitAckCount), droped:\(droped), "
            + "lastPopTimestamp:\(lastPopTimestamp.value)]"
    }
}

extension ConsumeStatus {
    static let heading =
        "\(left("#Topic", 64))  \(right("#Pull RT", 14)) \(right("#Pull TPS", 14)) \(right("#Consume RT", 14)) "
        + "\(right("#ConsumeOK TPS", 14)) \(right("#ConsumeFailed TPS", 18)) \(right("#ConsumeFailedMsgsInHour", 25))"

    func line(topic: String) -> String {
        let rates = [(pullRT, 14), (pullTPS, 14), (consumeRT, 14), (consumeOKTPS, 14), (consumeFailedTPS, 18)]
        let cells = rates.map { right($0.0.fixed(2), $0.1) }
        return "\(left(topic, 32))  \(cells.joined(separator: " ")) \(right("\(consumeFailedMsgs)", 25))"
    }
}

extension WireOffset {
    /// Epoch milliseconds as `UtilAll.timeMillisToHumanString` writes them: `20261120104447903`.
    fileprivate var digits: String { LocalTime(milliseconds: value).withMilliseconds.filter(\.isNumber) }
}

extension ConsumerRunningInfo {
    /// The answer for programs; queues, which are keys on the wire, become members.
    var report: JSON {
        [
            "properties": (try? properties.json()) ?? [:],
            "subscriptions": (try? subscriptionSet.json()) ?? [],
            "queues": .array(mqTable.sorted { $0.key < $1.key }.map { merged($0.key, $0.value) }),
            "popQueues": .array(mqPopTable.sorted { $0.key < $1.key }.map { merged($0.key, $0.value) }),
            "topics": (try? statusTable.json()) ?? [:],
            "userConsumerInfo": (try? userConsumerInfo.json()) ?? [:],
            "jstack": jstack.map(JSON.string) ?? .null,
        ]
    }

    private func merged(_ queue: MessageQueue, _ state: some Encodable) -> JSON {
        let members = [queue as any Encodable, state].flatMap { (try? $0.json())?.members ?? [] }
        return .object(members)
    }
}
