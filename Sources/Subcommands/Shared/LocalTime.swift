internal import EventLoop
internal import Glibc

/// A moment, as RocketMQ's tool prints it: in the time zone of the machine (`UtilAll.java`).
struct LocalTime {
    /// Epoch milliseconds.
    var milliseconds: Int

    /// `2026-11-20 10:44:47`, as `UtilAll.formatDate` does.
    var seconds: String {
        let parts = calendar
        return "\(parts.year)-\(two(parts.month))-\(two(parts.day)) "
            + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
    }

    /// `2026-11-20 10:44:47,903`, as `UtilAll.timeMillisToHumanString2` does.
    var withMilliseconds: String {
        let rest = milliseconds - milliseconds.floored(by: 1000) * 1000
        return seconds + "," + String(repeating: "0", count: 3 - String(rest).count) + String(rest)
    }

    /// `2026-11-20#10:44:47:903`, as commands take it (`UtilAll.YYYY_MM_DD_HH_MM_SS_SSS`).
    var asArgument: String {
        String(withMilliseconds.map { $0 == " " ? "#" : $0 == "," ? ":" : $0 })
    }

    private var calendar: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        var time = time_t(milliseconds.floored(by: 1000))
        var parts = tm()
        localtime_r(&time, &parts)
        return (
            Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday), Int(parts.tm_hour),
            Int(parts.tm_min), Int(parts.tm_sec)
        )
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Int {
    /// The quotient, rounded down also below zero.
    fileprivate func floored(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// The moment that a command runs at; tests set it to that of a recording.
public struct WallClock: Sendable {
    private let read: @Sendable () -> Int

    /// A clock that stands at, or is computed by, `read`, in epoch milliseconds.
    public init(_ read: @escaping @Sendable () -> Int) { self.read = read }

    /// The machine's clock.
    public static let system = WallClock { TimeOfDay.milliseconds }

    /// Epoch milliseconds.
    public var milliseconds: Int { read() }
}
