/// A map that keeps the order of the wire, with keys of any type.
///
/// fastjson writes a Java map in the order of its hash table, and tools print it in that order. In JSON this is an
/// object whose keys are strings, numbers or objects: `{{"topic":"T","queueId":0}:{"offset":1}}`, the form of
/// `TopicStatsTable.offsetTable` and `ConsumeStats.offsetTable`. Looking a key up takes linear time: make a dictionary
/// for many look-ups.
public struct Entries<Key, Value> {
    public typealias Element = (key: Key, value: Value)

    /// A place; opaque, so that an integer between brackets is always a key.
    public struct Index: Comparable, Sendable {
        fileprivate let offset: Int

        public static func < (left: Index, right: Index) -> Bool { left.offset < right.offset }
    }

    private var pairs: [Element]

    public init() { pairs = [] }

    public init(_ pairs: some Sequence<Element>) { self.pairs = Array(pairs) }

    public mutating func append(_ key: Key, _ value: Value) { pairs.append((key, value)) }

    public mutating func removeAll(where matches: (Element) throws -> Bool) rethrows {
        try pairs.removeAll(where: matches)
    }

    /// The keys, in order.
    public var keys: [Key] { pairs.map(\.key) }

    /// The values, in order.
    public var values: [Value] { pairs.map(\.value) }
}

extension Entries: RandomAccessCollection {
    public var startIndex: Index { Index(offset: 0) }
    public var endIndex: Index { Index(offset: pairs.count) }
    public func index(_ index: Index, offsetBy distance: Int) -> Index { Index(offset: index.offset + distance) }
    public func index(after index: Index) -> Index { Index(offset: index.offset + 1) }
    public func index(before index: Index) -> Index { Index(offset: index.offset - 1) }
    public func distance(from start: Index, to end: Index) -> Int { end.offset - start.offset }
    public subscript(position: Index) -> Element { pairs[position.offset] }
}

extension Entries where Key: Equatable {
    /// The value of a key, of several the last one; setting it keeps the place of a key that is there, and setting nil
    /// removes the key.
    public subscript(key: Key) -> Value? {
        get { pairs.last { $0.key == key }?.value }
        set {
            let place = pairs.lastIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): pairs[place].value = value
            case (nil, let value?): pairs.append((key, value))
            case (_, nil): pairs.removeAll { $0.key == key }
            }
        }
    }
}

extension Entries: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral pairs: (Key, Value)...) { self.init(pairs.map { (key: $0, value: $1) }) }
}

extension Entries: Sendable where Key: Sendable, Value: Sendable {}

extension Entries: Equatable where Key: Equatable, Value: Equatable {
    /// Order counts, as it does on the wire.
    public static func == (left: Entries, right: Entries) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0.key == $1.key && $0.value == $1.value }
    }
}

extension Entries: Hashable where Key: Hashable, Value: Hashable {
    public func hash(into hasher: inout Hasher) {
        hasher.combine(pairs.count)
        for pair in pairs {
            hasher.combine(pair.key)
            hasher.combine(pair.value)
        }
    }
}

extension Dictionary {
    /// The entries by key, of equal keys the last one.
    public init(_ entries: Entries<Key, Value>) { self.init(entries.map { ($0.key, $0.value) }) { _, last in last } }
}

extension Entries<String, String> {
    /// For many look-ups in a long table: the last value of each key.
    public var byKey: [String: String] {
        var values: [String: String] = [:]
        values.reserveCapacity(pairs.count)
        for (key, value) in pairs { values[key] = value }
        return values
    }
}
