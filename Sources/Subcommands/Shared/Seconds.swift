internal import AdminClient
internal import CommandKit
internal import EventLoop

/// How often a command repeats itself: whole seconds, from one to a year.
struct Seconds: ArgumentValue, ExpressibleByIntegerLiteral {
    static let kind = ValueKind("seconds", expects: "a number of seconds, at least 1")
    let count: Int

    init(integerLiteral count: Int) { self.count = count }

    init(argument: String) throws(MalformedValue) {
        count = try Int(argument: argument)
        guard (1...31_536_000).contains(count) else { throw MalformedValue() }
    }

    var argument: String? { String(count) }
}

extension Session {
    /// A report once, or again every `interval` until the user interrupts.
    func repeated<Item: Report>(
        every interval: Seconds?, _ report: @escaping @Sendable () async throws -> Item
    ) -> Series<Item> {
        Series { emit in
            try await emit(report())
            guard let interval else { return }
            while true {
                try await admin.loop.sleep(until: .after(.seconds(interval.count)))
                try await emit(report())
            }
        }
    }
}
