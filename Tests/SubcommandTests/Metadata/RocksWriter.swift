import Testing

@testable import Subcommands

/// Makes databases as a broker does, with the same library that the code under test reads them with.
struct RocksWriter {
    typealias Pointer = UnsafeMutableRawPointer

    private let create: @convention(c) () -> Pointer?
    private let createIfMissing: @convention(c) (Pointer?, UInt8) -> Void
    private let open: @convention(c) (Pointer?, UnsafePointer<CChar>, RocksFunctions.ErrorText) -> Pointer?
    private let createFamily:
        @convention(c) (Pointer?, Pointer?, UnsafePointer<CChar>, RocksFunctions.ErrorText) -> Pointer?
    private let writeOptions: @convention(c) () -> Pointer?
    private let put:
        @convention(c) (
            Pointer?, Pointer?, UnsafePointer<UInt8>, Int, UnsafePointer<UInt8>, Int, RocksFunctions.ErrorText
        ) -> Void
    private let putInFamily:
        @convention(c) (
            Pointer?, Pointer?, Pointer?, UnsafePointer<UInt8>, Int, UnsafePointer<UInt8>, Int,
            RocksFunctions.ErrorText
        ) -> Void
    private let destroyFamily: @convention(c) (Pointer?) -> Void
    private let close: @convention(c) (Pointer?) -> Void
    private let destroyOptions: @convention(c) (Pointer?) -> Void
    private let destroyWriteOptions: @convention(c) (Pointer?) -> Void

    static var isInstalled: Bool { (try? RocksLibrary()) != nil }

    init() throws {
        let library = try RocksLibrary()
        create = try library.function("options_create")
        createIfMissing = try library.function("options_set_create_if_missing")
        open = try library.function("open")
        createFamily = try library.function("create_column_family")
        writeOptions = try library.function("writeoptions_create")
        put = try library.function("put")
        putInFamily = try library.function("put_cf")
        destroyFamily = try library.function("column_family_handle_destroy")
        close = try library.function("close")
        destroyOptions = try library.function("options_destroy")
        destroyWriteOptions = try library.function("writeoptions_destroy")
    }

    /// Writes a database; entries stand in its log, as those of a broker that has not been up for long.
    func write(_ path: String, _ entries: [([UInt8], [UInt8])], version: String? = nil) throws {
        var error: RocksFunctions.Text?
        let options = create()
        defer { destroyOptions(options) }
        createIfMissing(options, 1)
        let database = try #require(open(options, path, &error))
        let write = writeOptions()
        defer { destroyWriteOptions(write) }
        for (key, value) in entries { put(database, write, key, key.count, value, value.count, &error) }
        if let version {
            let family = try #require(createFamily(database, options, "kvDataVersion", &error))
            let key = Array("kvDataVersionKey".utf8)
            putInFamily(database, write, family, key, key.count, Array(version.utf8), version.utf8.count, &error)
            destroyFamily(family)
        }
        close(database)
        #expect(error == nil)
    }
}
