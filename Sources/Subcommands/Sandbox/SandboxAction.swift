import AdminClient
import AdminProtocol
import CommandKit
import Sandbox

/// What a sandbox that runs can be asked for.
enum SandboxAction: String, CaseIterable, ArgumentValue {
    case fault, kill, start
}

extension Admin {
    /// Has the sandbox whose name server is known do something, and returns what it says.
    func order(_ action: String, _ terms: [String: String] = [:]) async throws -> String {
        do { return try await askNameServer(SandboxOrder(action, terms)) } catch let error as BrokerError
            where error.code == .requestCodeNotSupported
        {
            throw NoSandboxError(error)
        }
    }
}

/// What was asked as a sandbox is a real name server, or a sandbox that cannot do this.
struct NoSandboxError: Error, CustomStringConvertible {
    let description: String

    init(_ refusal: BrokerError) {
        let sandbox = refusal.remark.hasPrefix(SandboxOrder.ignorance)
        description = sandbox ? "\(refusal.address): \(refusal.remark)" : "\(refusal.address) is not a sandbox"
    }
}

extension Either where First == Series<Message> {
    /// A message of an action.
    static func said(_ message: Message) -> Self { .first(Series { emit in try await emit(message) }) }
}
