internal import Glibc

/// The part of RocksDB's C API (`rocksdb/c.h`) that reading takes, found in the system's library when it is needed.
///
/// The program is not linked against RocksDB, so that it starts where RocksDB is not installed.
struct RocksFunctions {
    typealias Pointer = UnsafeMutableRawPointer
    typealias Text = UnsafeMutablePointer<CChar>
    /// Where a function leaves the text of an error, which `free` frees.
    typealias ErrorText = UnsafeMutablePointer<Text?>
    typealias Names = UnsafeMutablePointer<Text?>

    let optionsCreate: @convention(c) () -> Pointer?
    let optionsDestroy: @convention(c) (Pointer?) -> Void
    let listFamilies: @convention(c) (Pointer?, UnsafePointer<CChar>, UnsafeMutablePointer<Int>, ErrorText) -> Names?
    let listFamiliesDestroy: @convention(c) (Names?, Int) -> Void
    let openForReading:
        @convention(c) (
            Pointer?, UnsafePointer<CChar>, CInt, UnsafePointer<Text?>, UnsafePointer<Pointer?>,
            UnsafeMutablePointer<Pointer?>, UInt8, ErrorText
        ) -> Pointer?
    let familyDestroy: @convention(c) (Pointer?) -> Void
    let close: @convention(c) (Pointer?) -> Void
    let readOptionsCreate: @convention(c) () -> Pointer?
    let readOptionsDestroy: @convention(c) (Pointer?) -> Void
    let iteratorCreate: @convention(c) (Pointer?, Pointer?, Pointer?) -> Pointer?
    let iteratorSeekToFirst: @convention(c) (Pointer?) -> Void
    let iteratorIsValid: @convention(c) (Pointer?) -> UInt8
    let iteratorNext: @convention(c) (Pointer?) -> Void
    let iteratorKey: @convention(c) (Pointer?, UnsafeMutablePointer<Int>) -> UnsafePointer<CChar>?
    let iteratorValue: @convention(c) (Pointer?, UnsafeMutablePointer<Int>) -> UnsafePointer<CChar>?
    let iteratorError: @convention(c) (Pointer?, ErrorText) -> Void
    let iteratorDestroy: @convention(c) (Pointer?) -> Void
    let free: @convention(c) (Pointer?) -> Void

    /// Throws when RocksDB is not installed, or lacks a function.
    init() throws(RocksError) {
        let library = try RocksLibrary()
        optionsCreate = try library.function("options_create")
        optionsDestroy = try library.function("options_destroy")
        listFamilies = try library.function("list_column_families")
        listFamiliesDestroy = try library.function("list_column_families_destroy")
        openForReading = try library.function("open_for_read_only_column_families")
        familyDestroy = try library.function("column_family_handle_destroy")
        close = try library.function("close")
        readOptionsCreate = try library.function("readoptions_create")
        readOptionsDestroy = try library.function("readoptions_destroy")
        iteratorCreate = try library.function("create_iterator_cf")
        iteratorSeekToFirst = try library.function("iter_seek_to_first")
        iteratorIsValid = try library.function("iter_valid")
        iteratorNext = try library.function("iter_next")
        iteratorKey = try library.function("iter_key")
        iteratorValue = try library.function("iter_value")
        iteratorError = try library.function("iter_get_error")
        iteratorDestroy = try library.function("iter_destroy")
        free = try library.function("free")
    }
}

/// The system's RocksDB; once loaded it stays.
struct RocksLibrary {
    private let handle: UnsafeMutableRawPointer

    init() throws(RocksError) {
        for name in Self.names {
            guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
            self.handle = handle
            return
        }
        throw RocksError("RocksDB is not installed on this machine: get it with 'apt-get install librocksdb-dev'")
    }

    /// The function `rocksdb_<name>`; its type is the caller's word.
    func function<Function>(_ name: String) throws(RocksError) -> Function {
        guard let symbol = dlsym(handle, "rocksdb_\(name)") else {
            throw RocksError("the RocksDB of this machine has no function rocksdb_\(name): get another version")
        }
        return unsafeBitCast(symbol, to: Function.self)
    }

    /// The developers' link first; then what Debian and Ubuntu install without it.
    private static let names =
        ["librocksdb.so"] + ["10", "9.10", "9", "8.9", "8", "7.8", "7", "6.29", "6.11"].map { "librocksdb.so.\($0)" }
}

/// RocksDB, or a store in it, that could not be read, in one line.
struct RocksError: Error, Equatable, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
