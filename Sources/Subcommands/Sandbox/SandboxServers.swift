import AdminClient
import CommandKit

extension RunSandbox {
    /// Kills servers of a sandbox that runs, or starts them again.
    func control(_ action: SandboxAction, _ admin: Admin) async throws -> Output {
        guard let subject else { throw UsageError("\(action.rawValue) needs a server: broker-a, broker-a:1, n0") }
        let count = Int(try await admin.order(action.rawValue, ["server": subject]))
        let deed = action == .kill ? "is killed" : "runs again"
        return .said(
            Message("\(subject) \(deed)", fields: ["server": subject, "action": action.rawValue, "count": count]))
    }
}
