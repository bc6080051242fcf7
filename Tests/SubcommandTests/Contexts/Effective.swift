import CommandKit
import Subcommands

extension Bench {
    /// What holds for a command line.
    func effective(_ globals: GlobalArguments = GlobalArguments()) throws -> EffectiveSettings {
        guard !environment.isEmpty else { return EffectiveSettings(globals) }
        let variable: @Sendable (String) -> String? = { [environment] in environment[$0] }
        let configuration = try Configuration.load(environment: variable, folder: folder)
        return try EffectiveSettings(globals, in: configuration, environment: variable)
    }
}
