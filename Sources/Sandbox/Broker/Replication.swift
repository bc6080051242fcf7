internal import AdminProtocol

/// What the brokers of one name know of each other (`HAService.java`, `ReplicasManager.java` 5.3.3).
final class Replication {
    private struct Member {
        var id: Int
        var haAddress: String
    }

    /// The brokers that run, by address.
    private var members: [String: Member] = [:]
    /// Under which masters the log was written, as controllers number them; empty without controllers.
    private(set) var epochs: [EpochEntry] = []

    /// Where slaves read the master's log.
    var masterAddress: String? { members.values.first { $0.id == 0 }?.haAddress }

    /// The slaves that run, by id.
    var slaves: [String] {
        members.filter { $0.value.id != 0 }.sorted { $0.value.id < $1.value.id }.map(\.key)
    }

    func join(_ address: String, haAddress: String, as id: Int) {
        members[address] = Member(id: id, haAddress: haAddress)
    }

    func leave(_ address: String) { members[address] = nil }

    /// Notes a new master, once, and where the log stood.
    func begin(epoch: Int, at offset: Int) {
        if let last = epochs.last {
            guard last.epoch < epoch else { return }
            epochs[epochs.count - 1].endOffset = offset
        }
        epochs.append(EpochEntry(epoch: epoch, startOffset: offset))
    }
}
