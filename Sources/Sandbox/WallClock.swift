internal import EventLoop

/// The time of day; tests bring their own.
public struct WallClock: Sendable {
    private let read: @Sendable () -> Int

    /// `read` returns epoch milliseconds.
    public init(_ read: @escaping @Sendable () -> Int) { self.read = read }

    /// Epoch milliseconds.
    public var now: Int { read() }

    /// The system's clock.
    public static let system = WallClock { TimeOfDay.milliseconds }
}
