internal import AdminProtocol
internal import EventLoop
internal import Remoting

extension Broker {
    /// A slave that lacks more bytes than these does not count (`haSlaveFallbehindMax`, `haMaxGapNotInSync`).
    static let gapLimit = 256 << 20

    var isMaster: Bool { id == 0 }

    /// Where slaves read the log of this broker.
    var haAddress: String { "\(options.host):\(host.port + 1)" }

    /// Begins to work with the others of its name, as master or slave as controllers or the others have it.
    func takePart(under controllers: ControllerGroup?) {
        if let ledger { return ledger.group.join(self, as: ledger.number) }
        if let controllers { controllers.enlist(self) } else { replication.join(self) }
    }

    /// Becomes the master, which has the id 0, or a slave; `done` runs when the name servers know.
    func take(id: Int, epoch: Int, then done: @escaping () -> Void) {
        self.id = id
        if isMaster {
            replica.begin(epoch: epoch, at: store.log.maxOffset)
            topics.begin(epoch: epoch)
            // What a former master delivered may be more than was passed on.
            for (level, offset) in waiting.offsets {
                let queue = QueueKey(topic: Self.scheduleTopic, queue: level)
                waiting.advance(level, to: min(offset, store.maxOffset(of: queue)))
            }
        }
        replication.join(self)
        errands.ring()
        registration.announceRole(then: done)
    }

    /// Keeps the answer to a send back until slaves have the message, where the master is to wait for them
    /// (`CommitLog.handleHA`); a message that slaves do not have in time is stored nevertheless.
    func replicated(_ reply: Frame, _ call: Call) -> Frame {
        let count = ledger.map { $0.group.size / 2 } ?? (waitsForSlave ? 1 : 0)
        guard count > 0, reply.code == ResponseCode.success.rawValue else { return reply }
        let end = store.log.maxOffset
        let near = replication.slaves.filter { end - $0.store.log.maxOffset < Self.gapLimit }
        if near.count < count, ledger == nil {
            var reply = reply
            reply.code = ResponseCode.slaveNotAvailable.rawValue
            return reply
        }
        if options.replicationDelay == .zero { for slave in near { _ = try? replication.advance(slave) } }
        if let ticket = replication.acknowledgement(of: end, by: count) {
            let limit = Duration.milliseconds(Int(configuration["slaveTimeout"]) ?? 3000)
            call.answer(after: ticket, until: .after(limit), orElse: late)
        }
        return reply
    }

    /// Whether the role is that of a master that answers when a slave has the message.
    private var waitsForSlave: Bool { !isControlled && configuration["brokerRole"] == "SYNC_MASTER" }

    /// Clients of a DLedger group have to send again (`DLedgerCommitLog.asyncPutMessage`).
    private var late: Refusal {
        if ledger == nil { return Refusal(.flushSlaveTimeout, nil) }
        return Refusal(.systemError, "[PC_SYNCHRONIZED]broker busy, start flow control for a while")
    }
}
