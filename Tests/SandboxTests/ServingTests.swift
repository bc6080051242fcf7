import AdminClient
import AdminProtocol
import EventLoop
import Remoting
import Testing

@testable import Sandbox

@Suite struct ServingTests {
    @Test func `an unknown request is refused in RocketMQ's words by brokers and name servers`() throws {
        try withSandbox { sandbox, admin in
            for address in [sandbox.address(), sandbox.nameServer] {
                let wire = try await Wire.connect(to: address, on: sandbox.loop)
                try await wire.send(Frame(code: 9999, opaque: 7))
                let reply = try await wire.frame()
                #expect(reply.code == 3)
                #expect(reply.opaque == 7)
                #expect(reply.kind == .response)
                #expect(reply.remark == " request type 9999 not supported")
            }
        }
    }

    @Test(arguments: HeaderCoding.allCases)
    func `an answer is written in the coding of its request`(_ coding: HeaderCoding) throws {
        try withSandbox { sandbox, _ in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            var frame = Frame(code: 30, opaque: 1)
            frame.coding = coding
            frame.fields = ["topic": "TBW102", "queueId": "0"]
            try await wire.send(frame)
            let reply = try await wire.frame()
            #expect(reply.coding == coding)
            #expect(reply.fields == ["offset": "0"])
            #expect(reply.language == .java)
            #expect(reply.version == 479)
        }
    }

    @Test func `a missing header field is named and the connection stays`() throws {
        try withSandbox { sandbox, _ in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            try await wire.send(Frame(code: 30, opaque: 1))
            let refusal = try await wire.frame()
            #expect(refusal.code == 1)
            #expect(refusal.remark?.contains("the custom field <topic> is null") == true)
            var frame = Frame(code: 30, opaque: 2)
            frame.fields = ["topic": "T", "queueId": "zero"]
            try await wire.send(frame)
            #expect(try await wire.frame().remark?.contains("<queueId>") == true)
            frame.fields["queueId"] = "0"
            try await wire.send(frame)
            #expect(try await wire.frame().code == 0)
        }
    }

    @Test func `a body that is no JSON is refused and the connection stays`() throws {
        try withSandbox { sandbox, _ in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            var frame = Frame(code: 34, opaque: 1)
            frame.body = Array("{\"clientID\":".utf8)
            try await wire.send(frame)
            #expect(try await wire.frame().code == 1)
            frame.body = Array(String(repeating: "[", count: 100_000).utf8)
            try await wire.send(frame)
            #expect(try await wire.frame().code == 1)
        }
    }

    @Test func `a one-way request is done but not answered`() throws {
        try withSandbox { sandbox, admin in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            var frame = try TestMessage(topic: "T", text: "one").request.frame(opaque: 5)
            frame.kind = .oneway
            try await wire.send(frame)
            try await wire.send(Frame(code: 28, opaque: 6))
            #expect(try await wire.frame().opaque == 6)
            #expect(try await admin.send(GetMaxOffset(topic: "T", queueId: 0), to: sandbox.address()).offset == 1)
        }
    }

    @Test(arguments: [
        Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8), [0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1],
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1], [0, 0, 0, 8, 9, 0, 0, 2, 1, 2, 3, 4],
        [0, 0, 0, 8, 0, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4],
    ])
    func `garbage ends its connection and no other`(_ bytes: [UInt8]) throws {
        try withSandbox { sandbox, admin in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            try await wire.send(bytes)
            #expect(await wire.closes())
            _ = try await admin.send(GetBrokerRuntimeInfo(), to: sandbox.address())
        }
    }

    @Test func `half a frame hinders nobody and is completed whenever the rest comes`() throws {
        try withSandbox { sandbox, admin in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            let bytes = Frame(code: 28, opaque: 9).encoded()
            for byte in bytes.dropLast() { try await wire.send([byte]) }
            for _ in 0..<3 { _ = try await admin.send(GetBrokerRuntimeInfo(), to: sandbox.address()) }
            try await wire.send(bytes.suffix(1))
            #expect(try await wire.frame().opaque == 9)
        }
    }

    @Test func `a client that asks and never reads is cut off`() throws {
        var options = SandboxOptions()
        options.idleLimit = .seconds(1)
        try withSandbox(options) { sandbox, admin in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            let batch = (0..<500).flatMap { Frame(code: 21, opaque: Int32($0)).encoded() }
            await #expect(throws: (any Error).self) {
                for _ in 0..<10_000 { try await wire.send(batch) }
            }
            #expect(await sandbox.outboxBytes < 8 << 20)
            _ = try await admin.send(GetBrokerRuntimeInfo(), to: sandbox.address())
        }
    }

    @Test func `requests of one connection are answered each under its own number`() throws {
        try withSandbox { sandbox, _ in
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            try await wire.send((1...200).flatMap { Frame(code: 28, opaque: Int32($0)).encoded() })
            var seen: Set<Int32> = []
            for _ in 1...200 { seen.insert(try await wire.frame().opaque) }
            #expect(seen == Set(1...200))
        }
    }
}

extension Sandbox {
    nonisolated var nameServer: PeerAddress { nameServerList.addresses[0] }

    var outboxBytes: Int { peers.values.reduce(0) { $0 + $1.outbox.count } }
}
