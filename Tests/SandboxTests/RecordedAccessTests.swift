import RecordingSupport
import Remoting
import Testing

@testable import Sandbox

@Suite struct RecordedAccessTests {
    /// What the requests of a recording to brokers were answered, and what a new sandbox answers.
    private func replay(
        _ recording: Recording, on generation: AccessControl.Generation,
        _ compare: @escaping @Sendable (Frame, Frame, Frame) -> Void
    ) throws {
        let exchanges = recording.exchanges.filter { $0.to?.hasSuffix("911") == true }
        try withAccess(generation) { sandbox, _ async throws in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            for exchange in exchanges {
                guard let request = exchange.request, let response = exchange.response else { continue }
                let frames = try [request, response].map { message in
                    var decoder = FrameDecoder()
                    decoder.append(message.wireBytes)
                    return try #require(try decoder.next())
                }
                try await wire.send(frames[0])
                compare(frames[0], frames[1], try await wire.frame())
            }
        }
    }

    private func isDenial(_ remark: String) -> Bool {
        let words = ["AclException", "is not found.", "check signature failed", "no permission", "cannot be null"]
        return words.contains { remark.contains($0) }
    }

    @Test(arguments: [("4.9.8-acl", AccessControl.Generation.accounts), ("5.3.3-acl", .users)])
    func `what real brokers denied is denied with the same code and remark, and nothing else`(
        folder: String, generation: AccessControl.Generation
    ) throws {
        let files = try Recording.all().filter { $0.file.hasPrefix(folder) }
        #expect(files.count > 10)
        for (file, recording) in files {
            try replay(recording, on: generation) { request, recorded, reply in
                let isDenied = file.contains(".denied.")
                #expect(isDenial(reply.remark ?? "") == isDenied, "\(file) \(request.code) \(reply.remark ?? "")")
                guard isDenied else { return }
                #expect((reply.code, reply.remark) == (recorded.code, recorded.remark), "\(file) \(request.code)")
            }
        }
    }
}
