internal import Glibc

/// A RocksDB database on disk, read without writing to it: a broker may have it open.
struct RocksDirectory {
    let path: String
    private let rocks: RocksFunctions

    init(_ path: String) throws(RocksError) {
        self.path = path
        rocks = try RocksFunctions()
    }

    /// Whether there is a database in a folder.
    static func exists(_ path: String) -> Bool { access("\(path)/CURRENT", F_OK) == 0 }

    /// Visits every key and value of the column families named, in the order of the keys.
    ///
    /// Families that the database does not have are passed over; `default` it always has.
    func forEach(
        in names: [String], _ visit: (_ family: String, _ key: [UInt8], _ value: [UInt8]) throws -> Void
    ) throws {
        let options = rocks.optionsCreate()
        defer { rocks.optionsDestroy(options) }
        let present = try families(options)
        let names = names.filter { present.contains($0) }
        var families = [UnsafeMutableRawPointer?](repeating: nil, count: names.count)
        let database = try open(names, &families, options)
        defer {
            for family in families { rocks.familyDestroy(family) }
            rocks.close(database)
        }
        for (name, family) in zip(names, families) {
            try walk(database, family) { key, value in try visit(name, key, value) }
        }
    }

    private func families(_ options: RocksFunctions.Pointer?) throws(RocksError) -> Set<String> {
        var count = 0
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        // A list that could not be read has been allocated all the same.
        defer { rocks.listFamiliesDestroy(list, count) }
        try checked { list = rocks.listFamilies(options, path, &count, $0) }
        return Set((0..<count).compactMap { list?[$0].map { String(cString: $0) } })
    }

    private func open(
        _ names: [String], _ families: inout [UnsafeMutableRawPointer?], _ options: RocksFunctions.Pointer?
    ) throws(RocksError) -> RocksFunctions.Pointer? {
        let texts = names.map { strdup($0) }
        defer { for text in texts { free(text) } }
        let each = names.map { _ in options }
        // 0: entries that are still in the log, and in no table yet, are read too.
        return try checked { error in
            rocks.openForReading(options, path, CInt(names.count), texts, each, &families, 0, error)
        }
    }

    private func walk(
        _ database: RocksFunctions.Pointer?, _ family: RocksFunctions.Pointer?,
        _ visit: ([UInt8], [UInt8]) throws -> Void
    ) throws {
        let options = rocks.readOptionsCreate()
        defer { rocks.readOptionsDestroy(options) }
        let iterator = rocks.iteratorCreate(database, options, family)
        defer { rocks.iteratorDestroy(iterator) }
        rocks.iteratorSeekToFirst(iterator)
        while rocks.iteratorIsValid(iterator) != 0 {
            var (keyLength, valueLength) = (0, 0)
            let key = rocks.iteratorKey(iterator, &keyLength)
            let value = rocks.iteratorValue(iterator, &valueLength)
            try visit(bytes(key, keyLength), bytes(value, valueLength))
            rocks.iteratorNext(iterator)
        }
        try checked { rocks.iteratorError(iterator, $0) }
    }

    private func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Throws what RocksDB says is wrong.
    private func checked<Value>(_ call: (RocksFunctions.ErrorText) -> Value) throws(RocksError) -> Value {
        var text: RocksFunctions.Text?
        let value = call(&text)
        guard let text else { return value }
        defer { rocks.free(text) }
        throw RocksError("cannot read \(path): \(String(cString: text))")
    }
}
