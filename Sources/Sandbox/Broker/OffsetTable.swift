/// How far groups have come in the queues of a broker (`ConsumerOffsetManager.java`).
final class OffsetTable {
    private struct Key: Hashable {
        var group: String
        var topic: String
    }

    private var committed: [Key: [Int: Int]] = [:]
    private var pulled: [Key: [Int: Int]] = [:]
    /// Offsets that groups were moved to and whose clients have not heard of it.
    private var moved: [Key: [Int: Int]] = [:]
    private var settings: SettingsJournal?

    /// Brings back the offsets that are kept, and keeps what changes from now on.
    func restore(from settings: SettingsJournal) {
        for (name, offset) in settings.numbers(.offset) {
            let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let queue = QueueKey(named: String(parts[1])) else { continue }
            commit(offset, of: String(parts[0]), in: queue)
        }
        self.settings = settings
    }

    private func name(_ group: String, _ queue: QueueKey) -> String { "\(group)@\(queue.name)" }

    /// The offset that a group was moved to or committed; nil when it never did.
    func offset(of group: String, in queue: QueueKey) -> Int? {
        let key = Key(group: group, topic: queue.topic)
        return moved[key]?[queue.queue] ?? committed[key]?[queue.queue]
    }

    /// How far a group's clients have pulled; nil when they never did.
    func pullOffset(of group: String, in queue: QueueKey) -> Int? {
        pulled[Key(group: group, topic: queue.topic)]?[queue.queue]
    }

    func commit(_ offset: Int, of group: String, in queue: QueueKey) {
        let old = committed[Key(group: group, topic: queue.topic), default: [:]].updateValue(
            offset, forKey: queue.queue)
        if old != offset { settings?.keep(.offset, name(group, queue), offset) }
    }

    func recordPull(_ offset: Int, of group: String, in queue: QueueKey) {
        pulled[Key(group: group, topic: queue.topic), default: [:]][queue.queue] = offset
    }

    /// Moves a group from outside; the next pull brings its clients there.
    func move(_ group: String, to offset: Int, in queue: QueueKey) {
        commit(offset, of: group, in: queue)
        moved[Key(group: group, topic: queue.topic), default: [:]][queue.queue] = offset
    }

    /// Where a pulling client has to go, told once; nil when nobody moved its group.
    func takeMove(of group: String, in queue: QueueKey) -> Int? {
        moved[Key(group: group, topic: queue.topic)]?.removeValue(forKey: queue.queue)
    }

    /// Groups with offsets on a topic, by name.
    func groups(of topic: String) -> [String] {
        committed.keys.filter { $0.topic == topic }.map(\.group).sorted()
    }

    /// Topics on which a group has offsets, by name.
    func topics(of group: String) -> [String] {
        committed.keys.filter { $0.group == group }.map(\.topic).sorted()
    }

    func remove(topic: String) {
        forget { $0.topic == topic }
        pulled = pulled.filter { $0.key.topic != topic }
        moved = moved.filter { $0.key.topic != topic }
    }

    func remove(group: String) {
        forget { $0.group == group }
        pulled = pulled.filter { $0.key.group != group }
        moved = moved.filter { $0.key.group != group }
    }

    private func forget(_ condition: (Key) -> Bool) {
        for (key, queues) in committed where condition(key) {
            committed[key] = nil
            for queue in queues.keys {
                settings?.forget(.offset, name(key.group, QueueKey(topic: key.topic, queue: queue)))
            }
        }
    }
}
