import AdminClient
import AdminProtocol
import CommandKit
import Testing

@testable import Subcommands

@Suite struct QueueShareTests {
    private let address = PeerAddress(host: "127.0.0.1", port: 10_911)

    private func queue(_ id: Int) -> ReadableQueue {
        ReadableQueue(queue: MessageQueue(topic: "T", brokerName: "b", queueId: id), address: address)
    }

    private func shares(_ lengths: [Int], count: Int) -> QueueShares {
        let results = lengths.enumerated().map { id, length in
            (queue: queue(id), range: Result<QueueShares.Range, any Error>.success((0, length)))
        }
        return QueueShares(of: results, count: count)
    }

    @Test func `queues share the messages, an empty one takes a place`() {
        let shares = shares([0, 11, 5], count: 5).all
        #expect(shares.map(\.stretch.end) == [1, 4])
        #expect(shares.map(\.note) == [nil, "The older 4 message of the 1 queue will be provided"])
    }

    @Test func `short queues are read to one offset behind their end`() {
        #expect(shares([2, 3], count: 128).all.map(\.stretch.end) == [3, 4])
    }

    @Test func `a queue behind the last message that is wanted is not read`() {
        #expect(shares([4, 9, 9], count: 5).all.count == 1)
    }

    @Test func `a queue whose broker does not answer takes no share`() {
        let shares = QueueShares(
            of: [(queue(0), .failure(NotFoundError("gone"))), (queue(1), .success((0, 1)))], count: 5)
        #expect(shares.failures.map(\.target) == ["b:0"])
        #expect(shares.all.map(\.stretch.queue.queue.queueId) == [1])
    }

    @Test func `an offset behind the end of its queue has no message`() {
        let share = QueueShares(of: queue(2), (0, 10), from: 11, count: 3).all[0]
        #expect(share.note == "MessageQueue [topic=T, brokerName=b, queueId=2] no matched msg, offset=11")
        #expect(share.stretch.first >= share.stretch.end)
    }

    @Test func `from an offset on there are as many messages as were asked for`() {
        let share = QueueShares(of: queue(2), (4, 10), from: 1, count: 3).all[0]
        #expect((share.stretch.first, share.stretch.end) == (4, 7))
        #expect(share.note == "The oldler 3 message will be provided")
    }
}
