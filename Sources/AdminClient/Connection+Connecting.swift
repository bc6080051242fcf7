internal import EventLoop
internal import TLS

/// How a connection comes to stand.
extension Connection {
    /// Throws `ConnectError` or `TLSError`.
    func connect() async throws -> Channel {
        let deadline = Deadline.after(limit)
        for (index, destination) in destinations.enumerated() {
            // One that nobody answers at leaves time for the next.
            let share = index < destinations.count - 1 ? Deadline.after(min(limit / 4, .seconds(1))) : deadline
            do {
                let socket = try await Socket.connect(
                    host: destination.host, port: destination.port, on: loop, until: share)
                guard let security else { return .plain(socket) }
                partner = destination
                return try await security.connect(socket, to: destination.host, until: deadline)
            } catch let error as EventLoopError {
                attempts.append(ConnectError.Attempt(destination: destination, reason: error))
            }
        }
        throw connectError(attempts.last?.reason ?? .timedOut, limit)
    }

    /// What stood in the way when the time was over.
    func lateError(_ waited: Duration) -> any Error {
        partner == nil ? connectError(.timedOut, waited) : tlsError(TLSError(.timedOut), waited)
    }

    private func connectError(_ reason: EventLoopError, _ waited: Duration) -> ConnectError {
        var error = ConnectError(address: address, reason: reason, limit: waited, attempts: attempts)
        if attempts.count < destinations.count {
            let pending = ConnectError.Attempt(destination: destinations[attempts.count], reason: reason)
            error.attempts.append(pending)
        }
        return error
    }

    func tlsError(_ reason: TLSError, _ waited: Duration) -> TLSConnectError {
        let name = security?.name(of: partner?.host ?? address.host) ?? address.host
        let isIdentified = security?.options.certificate != nil
        return TLSConnectError(
            address: address, name: name, isIdentified: isIdentified, reason: reason, limit: waited)
    }
}
