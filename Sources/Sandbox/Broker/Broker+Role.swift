internal import AdminProtocol

extension Broker {
    var isMaster: Bool { id == 0 }

    /// Where slaves read the log of this broker.
    var haAddress: String { "\(options.host):\(host.port + 1)" }

    /// Takes part in the replication among the brokers of its name.
    func join() { replication.join(address, haAddress: haAddress, as: id) }

    /// Becomes the master, which has the id 0, or a slave; `done` runs when the name servers know.
    func take(id: Int, epoch: Int, then done: @escaping () -> Void) {
        self.id = id
        join()
        replication.begin(epoch: epoch, at: store.log.maxOffset)
        topics.begin(epoch: epoch)
        errands.ring()
        registration.announceRole(then: done)
    }
}
