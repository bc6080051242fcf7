internal import CUV

/// A point on the monotonic clock, to the millisecond, as libuv's timers are.
public struct Deadline: Sendable, Comparable {
    private var milliseconds: UInt64

    public static var now: Deadline { Deadline(milliseconds: uv_hrtime() / 1_000_000) }
    public static let never = Deadline(milliseconds: .max)

    /// At least `duration` from now.
    public static func after(_ duration: Duration) -> Deadline {
        let passed = Duration.nanoseconds(uv_hrtime()) + duration + .nanoseconds(999_999)
        return Deadline(milliseconds: UInt64(passed / .milliseconds(1)))
    }

    /// The time until then; zero once it has passed.
    public var remaining: Duration {
        .milliseconds(Int64(clamping: milliseconds(from: Deadline.now.milliseconds)))
    }

    public static func < (left: Deadline, right: Deadline) -> Bool { left.milliseconds < right.milliseconds }

    func milliseconds(from now: UInt64) -> UInt64 { milliseconds > now ? milliseconds - now : 0 }
}
