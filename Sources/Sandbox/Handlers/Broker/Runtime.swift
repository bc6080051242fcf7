internal import AdminProtocol
internal import LooseJSON
internal import Remoting

extension Broker {
    static let runtimeHandlers: [Handler<Broker>] = [
        .on(GetBrokerRuntimeInfo.self, as: RuntimeInfo.self) { broker, _, _ in
            RuntimeInfo(
                broker.runtimeInfo(at: broker.options.clock.now, on: Machine()), of: broker.options.serverVersion)
        }
    ]

    /// All keys that a broker publishes (`AdminBrokerProcessor.prepareRuntimeInfo`), but for `constants`.
    private func runtimeInfo(at now: Int, on machine: Machine) -> [(String, String)] {
        identity(at: now) + work(at: now) + storage(on: machine)
    }

    private func identity(at now: Int) -> [(String, String)] {
        let role = [("brokerActive", "\(isMaster)")]
        return (options.serverVersion == .v4 ? [] : role) + [
            ("bootTimestamp", "\(statistics.bootTimestamp)"),
            ("runtime", Self.runtime(now - statistics.bootTimestamp)),
            ("brokerVersion", "\(options.serverVersion.version.rawValue)"),
            ("brokerVersionDesc", options.serverVersion.version.name),
        ]
    }

    private func work(at now: Int) -> [(String, String)] {
        let puts = statistics.puts.total
        let average = Double(statistics.putBytes) / Double(max(1, puts))
        let found = statistics.founds.text(at: now)
        let missed = statistics.misses.text(at: now)
        return [
            ("msgPutTotalTodayNow", "\(puts)"), ("msgGetTotalTodayNow", "\(statistics.transferred.total)"),
            ("putMessageTimesTotal", "\(max(1, puts))"), ("putMessageFailedTimes", "\(statistics.failedPuts)"),
            ("putMessageSizeTotal", "\(statistics.putBytes)"), ("putMessageAverageSize", "\(average)"),
            ("putTps", statistics.puts.text(at: now)), ("getFoundTps", found), ("getMissTps", missed),
            ("getTotalTps", Self.sum(found, missed)),
            (transferKey, statistics.transferred.text(at: now)),
        ]
    }

    /// 4.9.8 had a slip of the pen.
    private var transferKey: String { options.serverVersion == .v4 ? "getTransferedTps" : "getTransferredTps" }

    private func storage(on machine: Machine) -> [(String, String)] {
        let (total, free) = (Machine.text(bytes: machine.total), Machine.text(bytes: machine.free))
        return [
            ("commitLogMinOffset", "\(store.log.minOffset)"), ("commitLogMaxOffset", "\(store.log.maxOffset)"),
            ("earliestMessageTimeStamp", "\(store.earliestTimestamp)"),
            ("commitLogDirCapacity", "Total : \(total), Free : \(free)."),
            ("commitLogDiskRatio", "\(machine.usedRatio)"), ("commitLogDiskRatio_memory", "\(machine.usedRatio)"),
            ("consumeQueueDiskRatio", "\(machine.usedRatio)"),
        ]
    }

    /// `[ 0 days, 0 hours, 12 minutes, 27 seconds ]`.
    private static func runtime(_ milliseconds: Int) -> String {
        let seconds = max(0, milliseconds / 1000)
        let (days, hours) = (seconds / 86_400, seconds / 3600 % 24)
        return "[ \(days) days, \(hours) hours, \(seconds / 60 % 60) minutes, \(seconds % 60) seconds ]"
    }

    private static func sum(_ left: String, _ right: String) -> String {
        zip(left.split(separator: " "), right.split(separator: " ")).map { left, right in
            "\((Double(left) ?? 0) + (Double(right) ?? 0))"
        }.joined(separator: " ")
    }
}
