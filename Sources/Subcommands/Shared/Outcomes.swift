internal import AdminClient
internal import AdminProtocol
internal import CommandKit

extension Failure {
    /// What went wrong at one peer.
    init(_ target: some CustomStringConvertible, _ error: any Error) {
        self.init("\(target)", code: (error as? BrokerError)?.code.rawValue, "\(error)")
    }
}

extension [Failure] {
    /// A broker that fails does so for many topics: once is enough.
    var withoutRepetition: [Failure] {
        var told: Set<String> = []
        return filter { told.insert($0.message).inserted }
    }
}

/// Every target of a command failed; the first failure decides the exit status.
public struct AllFailedError: Error, CustomStringConvertible {
    public var errors: [any Error]

    public var description: String {
        var lines: [String] = []
        for error in errors where !lines.contains("\(error)") { lines.append("\(error)") }
        return lines.joined(separator: "; ")
    }
}

/// The good and the bad news of several targets, side by side.
struct Outcomes<Target: Sendable & CustomStringConvertible, Value: Sendable>: Sendable {
    var values: [(target: Target, value: Value)] = []
    var failures: [Failure] = []

    /// Throws when nothing went well: then there is no report.
    init(_ targets: [Target], _ results: [Result<Value, any Error>]) throws {
        var errors: [any Error] = []
        for (target, result) in zip(targets, results) {
            switch result {
            case .success(let value): values.append((target, value))
            case .failure(let error):
                errors.append(error)
                failures.append(Failure(target, error))
            }
        }
        guard values.isEmpty, let first = errors.first else { return }
        throw errors.count == 1 ? first : AllFailedError(errors: errors)
    }
}

extension Admin {
    /// Does `work` for each target, all at once; throws only when it failed for each.
    nonisolated func outcomes<Target: Sendable & CustomStringConvertible, Value: Sendable>(
        of targets: [Target], _ work: @escaping @Sendable (Target) async throws -> Value
    ) async throws -> Outcomes<Target, Value> {
        try Outcomes(targets, await gather(targets, work))
    }
}
