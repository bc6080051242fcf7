import AdminClient
import AdminProtocol
import PeerSupport
import Testing

@Suite struct TopicGroupsTests {
    private func route(_ addresses: [String]) -> TopicRouteData {
        let brokers = addresses.enumerated().map { index, address in
            BrokerData(cluster: "C", brokerName: "broker-\(index)", brokerAddrs: [0: address])
        }
        return TopicRouteData(queues: [], brokers: brokers)
    }

    @Test func `a broker that is dead hides no other's groups, and is named`() throws {
        let telling = ScriptedPeer.answering { $0.answer(body: Array(#"{"groupList":["B","A"]}"#.utf8)) }
        try withPeers([telling]) { peers, loop in
            try await withAdmin([], on: loop) { admin async throws in
                let found = try await admin.groups(consuming: "T", on: route([deadAddress, peers[0].text]))
                #expect(found.groups == ["A", "B"])
                #expect(found.failures.map(\.address.description) == [deadAddress])
                #expect(found.failures.first?.error is ConnectError)
                let error = await failure { _ = try await admin.groups(consuming: "T", on: route([deadAddress])) }
                #expect(error is ConnectError)
            }
        }
    }
}
