/// How far a broker has come with the messages that wait for their time.
final class WaitingMessages {
    struct Timed {
        /// Epoch milliseconds.
        var due: Int
        /// A byte offset in the log.
        var offset: Int
    }

    /// The next queue offset of each delay level's queue to deliver (`delayOffset.json`).
    var offsets: [Int: Int] = [:]
    /// Messages with a time of their own, the next one first in a binary heap.
    private var timed: [Timed] = []

    var next: Timed? { timed.first }

    func add(_ message: Timed) {
        timed.append(message)
        var place = timed.count - 1
        while place > 0, isEarlier(place, (place - 1) / 2) {
            timed.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    func removeNext() {
        guard let last = timed.popLast(), !timed.isEmpty else { return }
        timed[0] = last
        var place = 0
        while let child = [2 * place + 1, 2 * place + 2].filter({ $0 < timed.count }).min(by: isEarlier),
            isEarlier(child, place)
        {
            timed.swapAt(place, child)
            place = child
        }
    }

    /// Of the same moment, the one stored first.
    private func isEarlier(_ left: Int, _ right: Int) -> Bool {
        (timed[left].due, timed[left].offset) < (timed[right].due, timed[right].offset)
    }
}
