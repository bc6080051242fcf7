import AdminClient
import CommandKit

/// What the first broker that knows something says; the others are not asked, because they would say the same.
struct FirstAnswer<Value: Sendable>: Sendable {
    /// The value, and the broker that it came from; nil when no broker has one.
    var found: (broker: PeerAddress, value: Value)?
    /// What went wrong at the brokers that were asked before.
    var failures: [Failure] = []

    /// Asks one broker after the other; throws when none has a value, and not all of them could say so.
    init(
        of brokers: [PeerAddress], _ ask: @Sendable (PeerAddress) async throws -> Value?
    ) async throws {
        var errors: [any Error] = []
        for broker in brokers {
            do {
                guard let value = try await ask(broker) else { continue }
                found = (broker, value)
                return
            } catch let error as CancellationError {
                throw error
            } catch {
                errors.append(error)
                failures.append(Failure(broker, error))
            }
        }
        guard let first = errors.first else { return }
        throw errors.count == 1 ? first : AllFailedError(errors: errors)
    }
}
