import AdminClient
import AdminProtocol
import Remoting
import Testing

@testable import Sandbox

@Suite struct FailoverTests {
    private func send(_ texts: String..., to sandbox: Sandbox, _ name: String, _ admin: Admin) async throws {
        let master = try #require(await sandbox.currentAddress(name, 0))
        for text in texts { _ = try await admin.send(TestMessage(topic: "T", text: text).request, to: master) }
    }

    private func options(slaves: Int, controllers: Int = 1, delay: Duration = .zero) -> SandboxOptions {
        var options = SandboxOptions()
        (options.slavesPerMaster, options.controllers, options.replicationDelay) = (slaves, controllers, delay)
        return options
    }

    private func replicas(_ sandbox: Sandbox, _ admin: Admin, at index: Int = 0) async throws
        -> BrokerReplicasInfo.Replicas
    {
        let controller = try #require(PeerAddress(sandbox.controllerAddresses[index]))
        let request = ControllerGetSyncStateData(brokerNames: ["broker-a"])
        return try #require(try await admin.send(request, to: controller).replicasInfoTable["broker-a"])
    }

    @Test func `controllers replace a master that is killed, and take it back as a slave`() throws {
        try withSandbox(options(slaves: 1)) { sandbox, admin in
            try await send("a", to: sandbox, "broker-a", admin)
            #expect(try await sandbox.eventually { await sandbox.texts(sandbox.address(1)) == ["a"] })
            try await sandbox.kill("broker-a")
            var state = try await replicas(sandbox, admin)
            #expect(state.masterBrokerId == 2 && state.masterEpoch == 2)
            #expect(state.inSyncReplicas?.map(\.brokerId) == [2])
            #expect(
                try await sandbox.eventually {
                    try await admin.clusterInfo().brokerAddrTable["broker-a"]?.brokerAddrs
                        == [0: sandbox.brokers[1].address]
                })
            try await send("b", to: sandbox, "broker-a", admin)
            try await sandbox.start("broker-a")
            #expect(
                try await sandbox.eventually { try await replicas(sandbox, admin).inSyncReplicas?.count == 2 })
            state = try await replicas(sandbox, admin)
            #expect(state.masterBrokerId == 2)
            let old = try #require(await sandbox.currentAddress("broker-a", 1))
            #expect(await sandbox.texts(old) == ["a", "b"])
        }
    }

    @Test func `what a killed master did not pass on is lost when another takes over`() throws {
        try withSandbox(options(slaves: 1, delay: .seconds(3600))) { sandbox, admin in
            try await send("lost", "too", to: sandbox, "broker-a", admin)
            try await sandbox.kill("broker-a")
            #expect(await sandbox.texts(sandbox.address(1)) == [])
            try await send("kept", to: sandbox, "broker-a", admin)
            try await sandbox.start("broker-a")
            let old = try #require(await sandbox.currentAddress("broker-a", 1))
            #expect(try await sandbox.eventually { await sandbox.texts(old) == ["kept"] })
            let epochs = try await admin.send(GetBrokerEpochCache(), to: old)
            #expect(epochs.epochList.map(\.epoch) == [1, 2] && epochs.epochList[0].endOffset == 0)
            #expect(epochs.maxOffset > 0)
        }
    }

    @Test func `a slave that is killed leaves the set in sync, and comes back to it`() throws {
        try withSandbox(options(slaves: 2)) { sandbox, admin in
            try await sandbox.kill("broker-a:2")
            var state = try await replicas(sandbox, admin)
            #expect(state.masterBrokerId == 1 && state.inSyncReplicas?.map(\.brokerId) == [1, 3])
            #expect(state.notInSyncReplicas?.map(\.alive) == [false])
            try await sandbox.start("broker-a")
            #expect(
                try await sandbox.eventually { try await replicas(sandbox, admin).inSyncReplicas?.count == 3 })
            state = try await replicas(sandbox, admin)
            #expect(state.notInSyncReplicas?.isEmpty == true && state.masterEpoch == 1)
        }
    }

    @Test func `a slave that stays behind leaves the set in sync, and becomes master only by an unclean election`()
        throws
    {
        var options = options(slaves: 1, delay: .seconds(3600))
        options.registrationInterval = .milliseconds(20)
        try withSandbox(options) { sandbox, admin in
            let patience = UpdateBrokerConfig(key: "haMaxTimeSlaveNotCatchup", value: "30")
            _ = try await admin.send(patience, to: sandbox.address())
            try await send("x", to: sandbox, "broker-a", admin)
            #expect(
                try await sandbox.eventually { try await replicas(sandbox, admin).inSyncReplicas?.count == 1 })
            try await sandbox.kill("broker-a")
            #expect(try await replicas(sandbox, admin).masterBrokerId == nil)
            let controller = try #require(PeerAddress(sandbox.controllerAddresses[0]))
            let unclean = UpdateControllerConfig(key: "enableElectUncleanMaster", value: "true")
            _ = try await admin.send(unclean, to: controller)
            try await sandbox.kill("n0")
            try await sandbox.start("n0")
            // The client has to notice first that its connection is gone.
            #expect(try await sandbox.eventually { (try? await replicas(sandbox, admin))?.masterBrokerId == 2 })
        }
    }

    @Test func `another controller leads when the leader is killed, and none when most are`() throws {
        try withSandbox(options(slaves: 1, controllers: 3)) { sandbox, admin in
            let second = try #require(PeerAddress(sandbox.controllerAddresses[1]))
            try await sandbox.kill("n0")
            var metadata = try await admin.send(ControllerGetMetadataInfo(), to: second)
            #expect(metadata.controllerLeaderId == "n1" && metadata.isLeader == true)
            #expect(metadata.controllerLeaderAddress == sandbox.controllerAddresses[1])
            try await sandbox.kill("n2")
            metadata = try await admin.send(ControllerGetMetadataInfo(), to: second)
            #expect(metadata.controllerLeaderId == "" && metadata.isLeader == false)
            try await sandbox.kill("broker-a")
            #expect(try await admin.clusterInfo().brokerAddrTable["broker-a"]?.brokerAddrs.keys.sorted() == [2])
            try await sandbox.start("n0")
            #expect(try await replicas(sandbox, admin).masterBrokerId == 2)
        }
    }
}
