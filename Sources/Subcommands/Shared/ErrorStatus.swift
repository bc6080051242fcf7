internal import AdminClient
internal import AdminProtocol
public import CommandKit

extension ExitStatus {
    /// The status of a command that ended with `error`: the one place that decides it.
    public init(_ error: any Error) {
        self =
            switch error {
            case is UsageError, is AddressError, is AmbiguousClusterError, is NoNameServerError: .usage
            case is NotFoundError: .notFound
            case is ProtectedError: .denied
            case is UnmetError: .timedOut
            case is CancellationError: .interrupted
            case let error as ConnectError: error.isTimeout ? .timedOut : .unreachable
            case let error as TLSConnectError: error.isTimeout ? .timedOut : .unreachable
            case let error as RemotingError: if case .timedOut = error.reason { .timedOut } else { .failure }
            case let error as BrokerError: ExitStatus(error)
            case let error as NameServersError: ExitStatus(ofAll: error.attempts)
            case let error as AllFailedError: ExitStatus(ofAll: error.errors)
            default: .failure
            }
    }

    /// What all failures have in common; servers that failed in several ways could not be reached, taken together,
    /// unless one of them was.
    private init(ofAll errors: [any Error]) {
        let statuses = Set(errors.map { ExitStatus($0) })
        if let only = statuses.first, statuses.count == 1 {
            self = only
        } else {
            self = statuses.isSubset(of: [.unreachable, .timedOut]) ? .unreachable : .failure
        }
    }

    private init(_ error: BrokerError) {
        let usual = ExitStatus(error.code)
        self = error.isDenial ? .denied : usual == .denied ? .failure : usual
    }

    /// The status that a refusal with this code leads to, unless its words say that access control said no.
    init(_ code: ResponseCode) {
        self = code == .noPermission ? .denied : Self.missing.contains(code.rawValue) ? .notFound : .failure
    }

    /// No topic, message, subscription, group, client, replica, broker, user, policy.
    private static let missing: Set<Int> = [17, 22, 24, 26, 206, 208, 2008, 2016, 3001, 3002]
}
