internal import AdminClient
internal import AdminProtocol
internal import CommandKit

extension Admin {
    /// Sends `request` to every name server; returns the failures of some, and throws when all failed.
    nonisolated func tellAllNameServers<R: Request>(_ request: R) async throws -> [Failure] {
        let answers = try await tellNameServers(request)
        return try Outcomes(answers.map(\.from), answers.map(\.result)).failures
    }
}
