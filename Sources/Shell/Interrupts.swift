internal import EventLoop
internal import Synchronization

/// Where Ctrl-C goes: to the command that runs.
final class Interrupts: Sendable {
    private let current = Mutex<Ticket<Void>?>(nil)

    /// Ends the command that runs; false where none does.
    func interrupt() -> Bool {
        let ticket = current.withLock { $0 }
        ticket?.redeem(.success(()))
        return ticket != nil
    }

    /// Runs `body` until it is done or interrupted, which cancels it.
    func cancellable<Value: Sendable>(
        on loop: EventLoop, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let ticket = Ticket<Void>()
        let outer = current.withLock { current in
            defer { current = ticket }
            return current
        }
        defer { current.withLock { $0 = outer } }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await loop.value(of: ticket, until: .never)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw CancellationError() }
            return value
        }
    }
}
