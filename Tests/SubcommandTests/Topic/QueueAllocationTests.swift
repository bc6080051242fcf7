import AdminProtocol
import Testing

@testable import Subcommands

@Suite struct QueueAllocationTests {
    @Test func `the first clients get one more`() {
        let shares = (0..<3).map { Array(allocate(Array(0..<8), toClient: $0, of: 3)) }
        #expect(shares == [[0, 1, 2], [3, 4, 5], [6, 7]])
    }

    @Test func `with more clients than queues the last ones get none`() {
        let shares = (0..<4).map { Array(allocate(["a", "b"], toClient: $0, of: 4)) }
        #expect(shares == [["a"], ["b"], [], []])
    }

    @Test(arguments: 1...7, 0...9) func `every queue has one client`(_ clients: Int, _ queues: Int) {
        let dealt = (0..<clients).flatMap { allocate(Array(0..<queues), toClient: $0, of: clients) }
        #expect(dealt == Array(0..<queues))
    }

    @Test func `queues that nobody may read are not dealt out`() {
        var config = TopicConfig(topicName: "T", queues: 2)
        let readable = QueueData(brokerName: "a", topic: config)
        config.perm = .write
        let route = TopicRouteData(queues: [readable, QueueData(brokerName: "b", topic: config)], brokers: [])
        #expect(route.queuesToAllocate(of: "T").map(\.brokerName) == ["a", "a"])
    }

    @Test func `a hostile count of queues costs no memory`() {
        let route = TopicRouteData(
            queues: [QueueData(brokerName: "a", topic: TopicConfig(topicName: "T", queues: .max))], brokers: [])
        #expect(route.queuesToAllocate(of: "T").count == 65_536)
    }
}
