internal import EventLoop

extension Sandbox {
    /// Gives a broker what its master has, while it runs; it may be the master itself at times.
    func follow(_ index: Int) async {
        let broker = broker(index)
        while !Task.isCancelled {
            let news = broker.replica.listen()
            while !Task.isCancelled, (try? broker.replication.advance(broker)) == true {
                try? await loop.sleep(until: .now)
            }
            controllers?.noteProgress(of: broker)
            try? await loop.value(of: news, until: .never)
            if options.replicationDelay > .zero {
                try? await loop.sleep(until: .after(options.replicationDelay))
            }
        }
    }
}
