import AdminProtocol
import EventLoop
import Remoting

@testable import Sandbox

/// A sandbox, and connections to its servers on which a test asks what it likes.
struct Asking {
    let sandbox: Sandbox
    let nameServer: Line
    let broker: Line

    static func with(
        _ generation: Generation, container: Bool = false, _ body: @escaping @Sendable (Asking) async throws -> Void
    ) throws {
        var options = SandboxOptions()
        (options.serverVersion, options.hasContainer) = (generation, container)
        options.topics = [SandboxOptions.Topic(name: "TopicTest", queues: 1)]
        let (ready, loop) = (options, EventLoop())
        try loop.run {
            try await Sandbox.with(ready, on: loop) { sandbox in
                try await body(
                    Asking(
                        sandbox: sandbox, nameServer: Line(to: sandbox.nameServerAddress, on: loop),
                        broker: Line(to: sandbox.brokers[0].address, on: loop)))
            }
        }
    }

    func answer(_ code: Int, _ fields: [String: String] = [:], by line: Line? = nil) async throws -> Frame? {
        var request = Frame(code: code, opaque: Int32(code % 10_000))
        request.fields = fields
        let line = line ?? broker
        try await line.send(request)
        return try await line.answer(to: request.opaque)
    }

    /// What a server answers when Java answers like this.
    func expected(_ code: Int = 0, remark: String? = nil, fields: [String: String] = [:], body: String = "") -> Frame {
        var frame = Frame(code: code, opaque: 0)
        (frame.kind, frame.language, frame.remark) = (.response, .java, remark)
        (frame.fields, frame.body) = (fields, Array(body.utf8))
        frame.version = sandbox.options.serverVersion.version.rawValue
        return frame
    }

    /// How the answer to a request differs from what Java answers.
    func differences(
        _ code: Int, _ fields: [String: String] = [:], from expected: Frame, by line: Line? = nil
    ) async throws -> [String] {
        guard let actual = try await answer(code, fields, by: line) else { return ["no answer"] }
        return Comparison(of: actual, with: expected, code: code).differences
    }
}
