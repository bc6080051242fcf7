/// How far a broker has come with the messages that wait for their time.
final class WaitingMessages {
    struct Timed {
        /// Epoch milliseconds.
        var due: Int
        /// A byte offset in the log.
        var offset: Int
    }

    /// The next queue offset of each delay level's queue to deliver (`delayOffset.json`).
    private(set) var offsets: [Int: Int] = [:]
    /// Until when messages with a time of their own were delivered, in epoch milliseconds (`timercheck`).
    private(set) var deliveredUntil = 0
    /// Messages with a time of their own, the next one first in a binary heap.
    private var timed: [Timed] = []

    private var settings: SettingsJournal?

    /// Brings back what is kept, and keeps what changes from now on.
    func restore(from settings: SettingsJournal) {
        for (name, number) in settings.numbers(.delay) {
            if let queue = Int(name) { offsets[queue] = number } else { deliveredUntil = number }
        }
        self.settings = settings
    }

    func advance(_ queue: Int, to offset: Int) {
        offsets[queue] = offset
        settings?.keep(.delay, "\(queue)", offset)
    }

    var next: Timed? { timed.first }

    func add(_ message: Timed) {
        timed.append(message)
        var place = timed.count - 1
        while place > 0, isEarlier(place, (place - 1) / 2) {
            timed.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// The next message has been delivered.
    func removeNext() {
        guard let due = timed.first?.due else { return }
        takeFirst()
        // Others of the same moment may not have been delivered.
        deliveredUntil = max(deliveredUntil, next?.due == due ? due - 1 : due)
        settings?.keep(.delay, "timer", deliveredUntil)
    }

    private func takeFirst() {
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
