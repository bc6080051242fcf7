import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct SilenceTests {
    @Test func `half a frame and then nothing ends with the time for silence`() throws {
        var options = SandboxOptions()
        options.idleLimit = .milliseconds(300)
        try withSandbox(options) { sandbox, admin in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            try await wire.send(Array(Frame(code: 28, opaque: 9).encoded().dropLast(3)))
            _ = try await admin.send(GetBrokerRuntimeInfo(), to: sandbox.address())
            #expect(await wire.closes())
        }
    }

    @Test func `a silent connection is closed`() throws {
        var options = SandboxOptions()
        options.idleLimit = .milliseconds(100)
        try withSandbox(options) { sandbox, _ in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            #expect(await wire.closes())
        }
    }
}
