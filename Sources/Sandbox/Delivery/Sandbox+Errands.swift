internal import EventLoop

extension Sandbox {
    /// Runs a broker's errands until the task is cancelled.
    func runErrands(of index: Int) async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let bell = broker(index).errands.begin()
                let pause = broker(index).runErrands()
                for id in broker(index).errands.takeAddressees() {
                    group.addTask { await self.flush(connection: id) }
                }
                // Whether somebody rang or time has passed is all the same.
                try? await loop.value(of: bell, until: pause.map { .after(.milliseconds($0)) } ?? .never)
            }
        }
    }

    private func flush(connection id: Int) async {
        // A connection that breaks is its own server's business.
        if let peer = peers[id] { try? await flush(peer) }
    }
}

extension Broker {
    /// Seldom enough to cost nothing, often enough for a clock that does not run with the loop's.
    private static let longestPause = 1_000

    /// Does what is due, and says in how many milliseconds something else may be; nil when nothing is waiting.
    func runErrands() -> Int? {
        let now = options.clock.now
        let work = isMaster ? [deliverDelayed(at: now), deliverTimed(at: now), checkTransactions(at: now)] : []
        let pauses = (work + [dismissSilentClients(at: now)]).compactMap { $0 }
        return pauses.min().map { max(0, min($0, Self.longestPause)) }
    }
}
