internal import Glibc

/// The folder that keeps what a sandbox knows: a folder for each broker name, and the name server's.
final class DataFolder {
    private let path: String
    private let lock: CInt
    private let options: StorageOptions
    let disk: Disk
    /// By place: a broker that comes back finds what it left.
    private var settings: [String: SettingsJournal] = [:]
    private var stores: [String: MessageStore] = [:]

    /// Nil where everything stays in memory.
    init?(_ options: StorageOptions) throws(StorageError) {
        guard let path = options.folder else { return nil }
        // A file that may not grow is an error, and not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        (self.path, self.options, disk) = (path, options, Disk(options))
        try FileSystem.makeFolder(path)
        lock = open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if lock < 0 { throw .last("\(path)/lock") }
        if flock(lock, LOCK_EX | LOCK_NB) != 0 {
            let error = errno == EWOULDBLOCK ? StorageError.inUse(path) : .last("\(path)/lock")
            close(lock)
            throw error
        }
    }

    /// What the brokers of a name have in common.
    func settings(of brokerName: String) throws(StorageError) -> SettingsJournal {
        if brokerName.isEmpty || brokerName.utf8.contains(UInt8(ascii: "/")) || brokerName.hasPrefix(".") {
            throw .badName(brokerName)
        }
        return try settings(at: brokerName, "settings")
    }

    /// The messages of a broker; `id` tells it from the others of its name.
    func store(of brokerName: String, id: Int) throws(StorageError) -> MessageStore {
        let name = id == 0 ? "\(brokerName)/store" : "\(brokerName)/store-\(id)"
        if let store = stores[name] { return store }
        let store = try MessageStore(
            LogFolder("\(path)/\(name)/commitlog", on: disk), settings(at: name, "queues"),
            retention: options.retention)
        stores[name] = store
        return store
    }

    private func settings(at folder: String, _ name: String) throws(StorageError) -> SettingsJournal {
        if let settings = settings["\(folder)/\(name)"] { return settings }
        let file = "\(path)/\(folder)/\(name)"
        let isNew = access(file, F_OK) != 0
        if isNew { try FileSystem.makeFolder("\(path)/\(folder)") }
        let settings = try SettingsJournal(file, on: disk)
        self.settings["\(folder)/\(name)"] = settings
        guard isNew else { return settings }
        try FileSystem.synchronize(folder: "\(path)/\(folder)")
        try FileSystem.synchronize(folder: path)
        return settings
    }

    /// The settings of the name server.
    func nameServerSettings() throws(StorageError) -> SettingsJournal {
        try settings(at: "namesrv", "settings")
    }

    /// Makes everything safe and lets others use the folder.
    func end() {
        disk.finish()
        close(lock)
    }
}

extension MessageStore {
    /// The messages of a broker, in a folder or in memory.
    static func of(
        _ brokerName: String, id: Int, in data: DataFolder?, _ retention: Retention
    ) throws(StorageError) -> MessageStore {
        guard let data else { return MessageStore(retention: retention) }
        return try data.store(of: brokerName, id: id)
    }
}
