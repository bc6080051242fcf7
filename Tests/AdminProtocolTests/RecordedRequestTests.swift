import AdminProtocol
import Remoting
import Testing

@Suite struct RecordedRequestTests {
    /// Fields of signatures, those that only RPC between brokers reads (`RpcRequestHeader.java`), and those that only
    /// the C++ client writes.
    private static let foreign: Set<String> = [
        "AccessKey", "Signature", "SecurityToken", "bname", "ns", "nsd", "oway", "OnsChannel", "ReqT",
    ]
    /// Ours to add: RocketMQ takes these as given when they are missing.
    private static let standing: [Int: Set<String>] = [351: ["lo"], 307: ["jstackEnable"]]

    @Test(arguments: RequestType.all)
    func `a recorded request is understood, and written with the same fields and body`(_ type: RequestType) throws {
        let calls = try RecordedCall.all().filter { $0.request.code == type.code.rawValue }
        try #require(!calls.isEmpty, "no recording has this request")
        for call in calls {
            let again = try type.again(call.request)
            var expected = call.request.fields.filter { !Self.foreign.contains($0.key) }
            for name in Self.standing[type.code.rawValue] ?? [] where expected[name] == nil {
                expected[name] = again.fields[name]
            }
            #expect(again.fields == expected, "\(call.file)")
            #expect(again.body == call.request.body, "\(call.file)")
            #expect(again.code == call.request.code)
            #expect(again.opaque == call.request.opaque)
        }
    }

    @Test(arguments: RequestType.all)
    func `every recorded answer to a request is understood`(_ type: RequestType) throws {
        let calls = try RecordedCall.all().filter { $0.request.code == type.code.rawValue }
        for call in calls {
            guard let response = call.response else { continue }
            #expect(throws: Never.self, "\(call.file)") { _ = try type.read(response) }
        }
    }

    @Test(arguments: RequestType.all)
    func `an answer that is cut anywhere is an error, or still an answer, but never a crash`(_ type: RequestType)
        throws
    {
        let bodies = try RecordedCall.all().filter { $0.request.code == type.code.rawValue }
            .compactMap(\.response).filter { (1...1500).contains($0.body.count) }
        for response in bodies.prefix(3) {
            for length in response.body.indices {
                var cut = response
                cut.body = Array(response.body[..<length])
                _ = try? type.read(cut)
            }
        }
    }

    @Test(arguments: RequestType.all)
    func `a request without its fields is an error that names one of them`(_ type: RequestType) throws {
        let empty = Frame(code: type.code.rawValue, opaque: 1)
        do {
            let again = try type.again(empty)
            #expect(Set(again.fields.keys).isSubset(of: Self.standing[type.code.rawValue] ?? []))
        } catch let error as PayloadError {
            guard case .missingField(let name) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(!name.isEmpty)
        }
    }
}
