import AdminClient
import AdminProtocol
import Remoting

@testable import Sandbox

/// The account that may do everything on the sandboxes of these tests.
let owner = Credentials(accessKey: "rmqadmin", secretKey: "12345678")

/// Runs `body` with a sandbox whose broker controls access, and a client that signs as its owner.
func withAccess(
    _ generation: AccessControl.Generation,
    _ body: @escaping @Sendable (Sandbox, Admin) async throws -> Void
) throws {
    var options = SandboxOptions()
    let administrator = generation == .users ? owner : AccessControl.shippedAdministrator
    if generation == .accounts { options.serverVersion = .v4 }
    options.access = AccessControl(generation, administrator: administrator)
    try withSandbox(options) { sandbox, _ in
        let names = try NameServerList(parsing: sandbox.nameServerAddress)
        let settings = Admin.Settings(nameServers: names, timeout: .seconds(30), credentials: administrator)
        try await Admin.with(sandbox.loop, settings) { try await body(sandbox, $0) }
    }
}

extension Sandbox {
    /// What the first broker answers to a request that somebody signs, or nobody.
    nonisolated func answer(
        to request: some Request, as signer: Credentials? = nil, changed change: (inout Frame) -> Void = { _ in }
    ) async throws -> Frame {
        var frame = try request.frame(opaque: 1)
        if let signer { frame.sign(with: signer) }
        change(&frame)
        let wire = try await Wire.connect(to: address(), on: loop)
        try await wire.send(frame)
        return try await wire.frame()
    }

    /// Why the first broker does not let a request in; nil when it does, whatever comes of it then.
    nonisolated func denial(
        of request: some Request, as signer: Credentials? = nil, changed change: (inout Frame) -> Void = { _ in }
    ) async throws -> String? {
        let reply = try await answer(to: request, as: signer, changed: change)
        let remark = reply.remark ?? ""
        let isDenial = reply.code == 16 || remark.hasPrefix("org.apache.rocketmq.acl.common.AclException: ")
        return isDenial ? remark : nil
    }
}

/// A request that no broker knows.
struct Unknown: Request {
    static let code: RequestCode = 9999
}
