internal import AdminProtocol

/// Which stretches the logical queues of a broker's static topics have (`TopicQueueMappingManager.java`).
final class MappingTable {
    private(set) var mappings: [String: TopicQueueMapping] = [:]

    private var settings: SettingsJournal?

    /// Brings back the mappings that are kept, and keeps what changes from now on.
    func restore(from settings: SettingsJournal) {
        for mapping in settings.values(.mapping, TopicQueueMapping.self) { mappings[mapping.topic] = mapping }
        self.settings = settings
    }

    subscript(topic: String) -> TopicQueueMapping? { mappings[topic] }

    func remove(_ topic: String) {
        if mappings.removeValue(forKey: topic) != nil { settings?.forget(.mapping, topic) }
    }

    /// Takes a mapping that continues the one that is known; `force` takes any.
    func put(_ mapping: TopicQueueMapping, force: Bool) throws(Refusal) {
        var mapping = mapping
        for items in mapping.hostedQueues.values { try items.check() }
        if let old = mappings[mapping.topic] {
            if !force { try mapping.check(against: old) }
            // A broker does not forget queues that it led.
            mapping.hostedQueues.merge(old.hostedQueues) { new, _ in new }
        }
        mappings[mapping.topic] = mapping
        settings?.keep(.mapping, mapping.topic, mapping)
    }
}

extension TopicQueueMapping {
    /// The broker's last stretch of a logical queue, if the broker leads it; of any queue that it has for -1.
    func leading(_ queue: Int) -> (queue: Int, item: LogicQueueItem)? {
        let id = queue < 0 ? hostedQueues.keys.min() ?? queue : queue
        guard let item = hostedQueues[id]?.last, item.bname == bname else { return nil }
        return (id, item)
    }

    fileprivate func check(against old: TopicQueueMapping) throws(Refusal) {
        if epoch < old.epoch { throw problem("Can't accept data with small epoch \(epoch) < \(old.epoch)") }
        if scope != old.scope {
            throw problem("Can't accept data with unmatched scope \(scope ?? "null") != \(old.scope ?? "null")")
        }
        guard epoch == old.epoch else { return }
        for (id, items) in old.hostedQueues.sorted(by: { $0.key < $1.key }) {
            guard let new = hostedQueues[id] else { throw problem("Cannot accept equal epoch with null data") }
            guard let last = items.last else { continue }
            guard let newLast = new.last else { throw problem("The new item list is null or empty") }
            let isSame =
                (last.gen, last.bname, last.queueId, last.startOffset)
                == (newLast.gen, newLast.bname, newLast.queueId, newLast.startOffset)
            if !isSame { throw problem("The new leader is different but epoch equal") }
        }
    }
}

extension [LogicQueueItem] {
    /// `TopicQueueMappingUtils.checkLogicQueueMappingItemOffset`.
    fileprivate func check() throws(Refusal) {
        var next: LogicQueueItem?
        for item in reversed() {
            if item.startOffset < 0 || item.gen < 0 || item.queueId < 0 {
                throw problem("The field is illegal, should not be negative")
            }
            if let next {
                if item.logicOffset < 0 { throw problem("The non-latest item has negative logic offset") }
                if item.gen >= next.gen { throw problem("The gen does not increase monotonically") }
                if next.logicOffset >= 0, item.logicOffset >= next.logicOffset {
                    throw problem("The base logic offset does not increase monotonically")
                }
            }
            if item.endOffset != -1, item.endOffset < item.startOffset {
                throw problem("The endOffset is smaller than the start offset")
            }
            next = item
        }
    }
}

private func problem(_ remark: String) -> Refusal { Refusal(.systemError, remark) }
