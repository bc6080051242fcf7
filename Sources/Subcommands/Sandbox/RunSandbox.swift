import AdminClient
import CommandKit
import Sandbox

struct RunSandbox: Subcommand {
    @Word("action", "what a sandbox that runs is to do: fault, kill or start; without one, a sandbox runs") var action:
        SandboxAction?
    @Word("what", "fault: add, list, remove or clear; kill and start: broker-a, broker-a:1, n0") var subject: String?
    @Word("number", "fault remove: which") var number: Int?
    @OptionGroup var fault: SandboxFault
    @OptionGroup var shape: SandboxShape
    @OptionGroup var population: SandboxPopulation
    @OptionGroup var brokers: SandboxBrokers
    @OptionGroup var secrecy: SandboxTLS
    @OptionGroup var storage: SandboxStorage
    @OptionGroup var access: SandboxAccess
    @Words("command", "a command to run on the cluster", .afterTerminator) var command: [String]

    /// An action is about the cluster that the options or the environment name.
    var isLocal: Bool { action == nil }

    func run(in session: Session) async throws -> Either<Series<Message>, Table<StandingFault>> {
        guard let action else { return .first(try cluster(session)) }
        return try await action == .fault ? faults(session.admin) : control(action, session.admin)
    }
}
