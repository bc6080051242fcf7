import AdminClient
import AdminProtocol
import LooseJSON
import Remoting
import Testing

@testable import Sandbox

/// What brokers of 5.3.3 answered, shortened to one entry of every kind.
private let recorded: [(code: Int, fields: [String: String], body: String)] = [
    (
        315, ["statsName": "TOPIC_PUT_NUMS", "statsKey": "T"],
        """
        {"statsDay":{"avgpt":0.0,"sum":0,"tps":0.0},"statsHour":{"avgpt":1.0,"sum":1,"tps":8.333333333333334E-4},\
        "statsMinute":{"avgpt":0.0,"sum":0,"tps":0.0}}
        """
    ),
    (
        321, ["topic": "T", "queueId": "0", "index": "0", "count": "5"],
        """
        {"maxQueueIndex":33,"minQueueIndex":0,"queueData":[{"eval":false,"physicOffset":257,"physicSize":275,\
        "tagsCode":2598919}]}
        """
    ),
    (
        2003, [:],
        """
        {"runtimeTable":{},"configTable":{},"cgColdReadThreshold":3145728,"globalColdReadThreshold":104857600,\
        "globalAcc":0}
        """
    ),
]

@Suite struct BrokerShapeTests {
    @Test func `statistics, queues and limits have the keys and types of recorded ones`() throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 1)]
        try withSandbox(options) { sandbox, admin in
            _ = try await admin.send(TestMessage(topic: "T", text: "x").request, to: sandbox.address())
            for (code, fields, body) in recorded {
                let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
                var frame = Frame(code: code, opaque: 1)
                frame.fields = fields
                try await wire.send(frame)
                let answer = try JSON(parsing: await wire.frame().body)
                #expect(shape(of: answer) == shape(of: try JSON(parsing: Array(body.utf8))), "request \(code)")
            }
        }
    }

    @Test func `a broker's configuration comes with its version`() throws {
        try withSandbox { sandbox, admin in
            _ = try await admin.send(UpdateBrokerConfig(key: "traceOn", value: "false"), to: sandbox.address())
            let wire = try await Wire.connect(to: sandbox.address(), on: sandbox.loop)
            try await wire.send(Frame(code: 26, opaque: 1))
            let version = try JSON(parsing: Array((try await wire.frame().fields["version"] ?? "").utf8))
            #expect(version["counter"]?.int == 1 && version["stateVersion"]?.int == 0)
            #expect(try #require(version["timestamp"]?.int) > 0)
        }
    }
}
