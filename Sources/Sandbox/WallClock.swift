internal import Glibc

/// The time of day; tests bring their own.
public struct WallClock: Sendable {
    private let read: @Sendable () -> Int

    /// `read` returns epoch milliseconds.
    public init(_ read: @escaping @Sendable () -> Int) { self.read = read }

    /// Epoch milliseconds.
    public var now: Int { read() }

    /// The system's clock.
    public static let system = WallClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
