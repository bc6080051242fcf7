import AdminClient
import AdminProtocol
import EventLoop

@testable import Sandbox

/// Runs `body` with a sandbox and a client of it, on a loop of their own.
func withSandbox(
    _ options: SandboxOptions = SandboxOptions(), timeout: Duration = .seconds(30),
    _ body: @escaping @Sendable (Sandbox, Admin) async throws -> Void
) throws {
    let loop = EventLoop()
    try loop.run {
        try await Sandbox.with(options, on: loop) { sandbox in
            let names = try NameServerList(parsing: sandbox.nameServerAddress)
            try await Admin.with(loop, Admin.Settings(nameServers: names, timeout: timeout)) { admin in
                try await body(sandbox, admin)
            }
        }
    }
}

extension Sandbox {
    /// Whether `condition` comes true while others work; a slow machine has half a minute for it.
    nonisolated func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<600 {
            if try await condition() { return true }
            try await loop.sleep(until: .after(.milliseconds(50)))
        }
        return false
    }

    /// The address of the broker at `index` in `brokers`.
    nonisolated func address(_ index: Int = 0) -> PeerAddress {
        PeerAddress(brokers[index].address) ?? PeerAddress(host: "", port: 0)
    }
}

extension Admin {
    /// What the broker at `address` refuses the request with; nil when it does not.
    func refusal<R: Request>(of request: R, by address: PeerAddress) async throws -> BrokerError? {
        do {
            _ = try await send(request, to: address)
            return nil
        } catch let error as BrokerError {
            return error
        }
    }
}
