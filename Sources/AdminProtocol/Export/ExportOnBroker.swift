/// Asks a broker to write the records of popped messages back to where brokers before 5.3.3 look for them
/// (`AdminBrokerProcessor.transferPopToFsStore`); since 5.3.3.
public struct PopRollback: Request {
    public static let code: RequestCode = 200056

    public init() {}
}

/// Asks a broker to write what it keeps in RocksDB to JSON files in its own store
/// (`ExportRocksDBConfigToJsonRequestHeader.java`); since 5.3.2.
public struct ExportRocksDBConfigToJson: Request {
    public static let code: RequestCode = 355
    /// Names of stores, each followed by a semicolon.
    public var configType: String

    public init(stores: [String]) { configType = stores.map { "\($0);" }.joined() }
}
