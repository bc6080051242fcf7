// Arrays and sets code themselves: Codable's own way costs a container's box and a closure an item, and topic lists are
// long. Plain loops over indices, since `enumerated` in code that is not specialised is slow.

extension JSONDecoding {
    fileprivate func items(_ list: Any.Type) throws -> [JSON] {
        guard case .array(let items) = json else { throw mismatch(list) }
        return items
    }
}

extension Array: JSONReadable where Element: Decodable {
    init(decoding value: JSONDecoding) throws {
        let items = try value.items(Self.self)
        self.init()
        reserveCapacity(items.count)
        for place in items.indices {
            append(try JSONDecoding(items[place], .item(place, of: value.path)).decode(Element.self))
        }
    }
}

extension Set: JSONReadable where Element: Decodable {
    init(decoding value: JSONDecoding) throws {
        let items = try value.items(Self.self)
        self.init(minimumCapacity: items.count)
        for place in items.indices {
            insert(try JSONDecoding(items[place], .item(place, of: value.path)).decode(Element.self))
        }
    }
}

extension Array: JSONWritable where Element: Encodable {
    func json(at path: JSONPath) throws -> JSON {
        var items: [JSON] = []
        items.reserveCapacity(count)
        for place in indices { items.append(try JSONEncoding.json(self[place], .item(place, of: path))) }
        return .array(items)
    }
}

extension Set: JSONWritable where Element: Encodable {
    /// Sorted: a set has no order that would survive to the next run.
    func json(at path: JSONPath) throws -> JSON {
        let members = try map { JSON.Member(try JSONEncoding.json($0, path), .null) }
        return .array(members.sorted(by: JSON.precedes).map(\.key))
    }
}
