import AdminClient
import AdminProtocol
import EventLoop
import Remoting
import Testing

@testable import Sandbox

@Suite("Faults")
struct FaultTests {
    private let routes: RequestCode = 105
    private let topics: RequestCode = 206

    @Test("a request that waits does not keep the others of its connection waiting")
    func delays() throws {
        try withSandbox { sandbox, _ in
            _ = try await sandbox.add(Fault(routes, delay: .seconds(3600)))
            _ = try await sandbox.add(Fault(topics, delay: .milliseconds(1), times: 1))
            let server = try #require(PeerAddress(sandbox.nameServerAddress))
            let wire = try await Wire.connect(to: server, on: sandbox.loop)
            try await wire.send(try GetRouteInfoByTopic(topic: "TBW102").frame(opaque: 1))
            try await wire.send(try GetAllTopicList().frame(opaque: 2))
            try await wire.send(try GetBrokerClusterInfo().frame(opaque: 3))
            var answers = [try await wire.frame(), try await wire.frame()].map(\.opaque)
            answers.sort()
            #expect(answers == [2, 3])
        }
    }

    @Test("of several faults the first that fits strikes, until it has struck often enough")
    func precedence() throws {
        try withSandbox { sandbox, admin in
            let first = try await sandbox.add(Fault(topics, .refuse(.systemBusy, remark: "first"), times: 2))
            let second = try await sandbox.add(Fault(nil, .refuse(.systemError, remark: "second"), server: "namesrv"))
            let server = try #require(PeerAddress(sandbox.nameServerAddress))
            var remarks: [String?] = []
            for _ in 0..<3 { remarks.append(try await admin.refusal(of: GetAllTopicList(), by: server)?.remark) }
            #expect(remarks == ["first", "first", "second"])
            // The broker is another server.
            #expect(try await admin.refusal(of: GetBrokerRuntimeInfo(), by: sandbox.address()) == nil)
            let removed = [await sandbox.removeFaults(first), await sandbox.removeFaults(second)]
            #expect(removed == [0, 1])
            #expect(try await admin.refusal(of: GetAllTopicList(), by: server) == nil)
        }
    }

    @Test("a fault meets one broker of a name, all of a name, or the one at an address")
    func servers() throws {
        var options = SandboxOptions()
        (options.masters, options.slavesPerMaster) = (2, 1)
        try withSandbox(options) { sandbox, admin in
            let named = ["broker-a:1": [1], "broker-a": [0, 1], sandbox.brokers[2].address: [2]]
            for (name, meant) in named {
                let id = try await sandbox.add(Fault(nil, .refuse(.systemError, remark: name), server: name))
                for index in sandbox.brokers.indices {
                    let refusal = try await admin.refusal(of: GetBrokerRuntimeInfo(), by: sandbox.address(index))
                    #expect((refusal?.remark == name) == meant.contains(index), "\(name) at \(sandbox.brokers[index])")
                }
                await sandbox.removeFaults(id)
            }
            await #expect(throws: Refusal.self) { try await sandbox.add(Fault(nil, .garbage, server: "broker-z")) }
            await #expect(throws: Refusal.self) { try await sandbox.add(Fault()) }
        }
    }

    @Test("a connection that is cut ends, late answers or not")
    func cuts() throws {
        try withSandbox { sandbox, _ in
            _ = try await sandbox.add(Fault(topics, .closeMidFrame, delay: .milliseconds(1)))
            let server = try #require(PeerAddress(sandbox.nameServerAddress))
            let wire = try await Wire.connect(to: server, on: sandbox.loop)
            try await wire.send(try GetAllTopicList().frame(opaque: 1))
            #expect(await wire.closes())
        }
    }

    @Test("a broker whose registrations are lost drops out of the cluster")
    func registrations() throws {
        var options = SandboxOptions()
        options.registrationInterval = .milliseconds(50)
        (options.brokerExpiry, options.expiryScan) = (.milliseconds(400), .milliseconds(50))
        try withSandbox(options) { sandbox, admin in
            let fault = try await sandbox.add(Fault(103, .dropRequest))
            #expect(
                try await sandbox.eventually {
                    try await admin.askNameServer(GetBrokerClusterInfo()).brokerAddrTable.isEmpty
                })
            await sandbox.removeFaults(fault)
        }
    }

    @Test("an order that is none of a fault is refused")
    func malformed() throws {
        let terms: [[String: String]] = [
            ["code": "x", "effect": "drop"], ["effect": "burn"], ["effect": "refuse"],
            ["times": "0", "effect": "drop"],
            ["delayMillis": "-1"], ["effect": "drop", "server": "nobody"], [:],
        ]
        try withSandbox { sandbox, admin in
            let server = try #require(PeerAddress(sandbox.nameServerAddress))
            for terms in terms {
                #expect(try await admin.refusal(of: SandboxOrder("fault add", terms), by: server) != nil, "\(terms)")
            }
            #expect(try await admin.refusal(of: SandboxOrder("burn"), by: server)?.code == .requestCodeNotSupported)
            #expect(try await admin.askNameServer(SandboxOrder("fault list")) == "[]")
        }
    }
}
