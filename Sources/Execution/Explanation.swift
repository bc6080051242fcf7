internal import AdminClient
internal import AdminProtocol
internal import Subcommands

/// What `--verbose` says of an error beyond its one line: what was asked, all that the server said, and what led there.
public enum Explanation {
    /// A line for each part of it; none where the error's own line says everything.
    public static func lines(of error: any Error) -> [String] {
        switch error {
        case let error as BrokerError:
            let remark = error.remark.split(separator: "\n").map { "  said: \($0)" }
            return ["  asked \(error.address) for \(error.request)", "  response code: \(error.code)"] + remark
        case let error as RemotingError: return error.request.map { ["  asked \(error.address) for \($0)"] } ?? []
        case let error as ConnectError: return error.attempts.map { "  connecting to \($0.destination): \($0.reason)" }
        case let error as TLSConnectError: return error.chain.map { "  OpenSSL: \($0)" }
        case let error as NameServersError: return error.attempts.flatMap { chain($0) }
        case let error as AllFailedError: return error.errors.flatMap { chain($0) }
        default: return []
        }
    }

    private static func chain(_ error: any Error) -> [String] { ["  \(error)"] + lines(of: error) }
}
