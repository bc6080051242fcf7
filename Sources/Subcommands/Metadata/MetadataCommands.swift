internal import CommandKit

let metadataCommands: [Entry<Session>] = [
    Entry(ExportMetadataInRocksDB.self),
    Entry(RocksDBConfigToJson.self),
]
