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
        committed[Key(group: group, topic: queue.topic), default: [:]][queue.queue] = offset
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
        committed = committed.filter { $0.key.topic != topic }
        pulled = pulled.filter { $0.key.topic != topic }
        moved = moved.filter { $0.key.topic != topic }
    }

    func remove(group: String) {
        committed = committed.filter { $0.key.group != group }
        pulled = pulled.filter { $0.key.group != group }
        moved = moved.filter { $0.key.group != group }
    }
}
