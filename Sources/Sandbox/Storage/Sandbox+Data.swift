internal import EventLoop

extension Sandbox {
    /// How often what is written is made safe where no answer waits for it (`flushIntervalCommitLog`).
    private static let flushInterval = Duration.milliseconds(500)
    /// How often the logs are looked at for messages that are too old.
    private static let scanInterval = Duration.seconds(10)

    /// Makes safe what is written, and lets old messages go, until the task is cancelled.
    func keepData() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.flush() }
            guard options.storage.retention.age != nil else { return }
            while !Task.isCancelled {
                try? await loop.sleep(until: .after(Self.scanInterval))
                for place in places { place.server.store.removeExpired(at: options.clock.now) }
            }
        }
    }

    private func flush() async {
        guard let disk = data?.disk else { return }
        while !Task.isCancelled {
            if disk.isSynchronous {
                try? await loop.value(of: disk.doorbell, until: .never)
            } else {
                try? await loop.sleep(until: .after(Self.flushInterval))
            }
            var failure: (any Error)?
            for file in disk.begin() {
                do { try await loop.synchronize(file.descriptor) } catch is CancellationError { return } catch {
                    failure = failure ?? error
                }
            }
            disk.end(failure)
        }
    }

    /// Waits until all that is written by now is safe, if answers have to wait for that.
    func settle() async throws {
        guard let ticket = data?.disk.barrier() else { return }
        try await loop.value(of: ticket, until: .never)
    }
}
