internal import AdminProtocol
internal import LooseJSON

/// The faults of a sandbox, in the order in which they were added; of those that fit a request the first strikes.
struct FaultTable {
    struct Entry {
        let id: Int
        var fault: Fault
        /// How many requests it has struck.
        var hits = 0
    }

    private(set) var entries: [Entry] = []
    private var lastID = 0

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(_ fault: Fault) -> Int {
        lastID += 1
        entries.append(Entry(id: lastID, fault: fault))
        return lastID
    }

    /// Removes a fault, or all of them; returns how many there were.
    mutating func remove(_ id: Int?) -> Int {
        let before = entries.count
        entries.removeAll { id == nil || $0.id == id }
        return before - entries.count
    }

    /// The fault that strikes a request of this code; `isMeant` tells whether a name of a server is that of the one asked.
    mutating func strike(_ code: Int, where isMeant: (String) -> Bool) -> Fault? {
        let place = entries.firstIndex { entry in
            (entry.fault.code.map { $0.rawValue == code } ?? true) && (entry.fault.server.map(isMeant) ?? true)
        }
        guard let place else { return nil }
        entries[place].hits += 1
        let fault = entries[place].fault
        if let times = fault.times {
            entries[place].fault.times = times - 1
            if times <= 1 { entries.remove(at: place) }
        }
        return fault
    }

    /// The terms of each fault, with its `id` and `hits`.
    var json: JSON {
        .array(
            entries.map { entry in
                let terms = entry.fault.terms.merging(["id": "\(entry.id)", "hits": "\(entry.hits)"]) { $1 }
                return .object(terms.sorted { $0.key < $1.key }.map { JSON.Member(.string($0.key), .string($0.value)) })
            })
    }
}
