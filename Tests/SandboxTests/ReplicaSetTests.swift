import Testing

@testable import Sandbox

@Suite struct ReplicaSetTests {
    /// Three brokers, of which 1 is the master and 2 is in sync.
    private func three() -> ReplicaSet {
        var set = ReplicaSet(cluster: "C", brokerName: "broker-a")
        for port in 1...3 { _ = set.add("127.0.0.1:\(port)") }
        set.setMaster(1)
        set.setInSync([1, 2])
        return set
    }

    @Test func `the master stays while it lives, and one in sync follows it`() {
        let set = three()
        #expect(set.candidate(wished: nil, living: [1, 2, 3], unclean: false) == 1)
        #expect(set.candidate(wished: nil, living: [2, 3], unclean: false) == 2)
        #expect(set.candidate(wished: nil, living: [3], unclean: false) == nil)
    }

    @Test func `a wish is heard of brokers that live and are in sync`() {
        let set = three()
        #expect(set.candidate(wished: 2, living: [1, 2, 3], unclean: false) == 2)
        #expect(set.candidate(wished: 2, living: [1, 3], unclean: false) == nil)
        #expect(set.candidate(wished: 3, living: [1, 2, 3], unclean: false) == nil)
    }

    @Test func `an unclean election takes a broker that lacks messages`() {
        #expect(three().candidate(wished: nil, living: [3], unclean: true) == 3)
        #expect(three().candidate(wished: 3, living: [1, 2, 3], unclean: true) == 3)
    }

    @Test func `epochs count masters and changes of what is in sync`() {
        var set = three()
        #expect(set.masterEpoch == 1 && set.inSyncEpoch == 2)
        set.setMaster(2)
        #expect(set.masterAddress == "127.0.0.1:2" && set.inSync == [2])
        #expect(set.masterEpoch == 2 && set.inSyncEpoch == 3)
        set.setMaster(nil)
        #expect(set.masterAddress == nil && set.inSync == [2] && set.masterEpoch == 3 && set.inSyncEpoch == 3)
    }

    @Test func `a broker keeps its id, and ids are not used twice`() {
        var set = three()
        #expect(set.add("127.0.0.1:2") == 2)
        #expect(set.add("127.0.0.1:9", as: 2) == 2)
        #expect(set.addresses[2] == "127.0.0.1:9")
        set.remove(2)
        #expect(set.add("127.0.0.1:2") == 4)
        #expect(set.inSync == [1])
    }
}
