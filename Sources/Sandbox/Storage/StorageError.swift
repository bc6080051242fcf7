internal import Glibc

/// Why the folder of a sandbox cannot be used.
public enum StorageError: Error, Equatable, CustomStringConvertible {
    /// Another sandbox uses the folder.
    case inUse(String)
    case corrupt(file: String, position: Int)
    /// A failure of the system; `code` is its number.
    case system(file: String, code: CInt)
    case badName(String)

    /// Of the last call that failed.
    static func last(_ file: String) -> StorageError { .system(file: file, code: errno) }

    /// Whether it may go by itself, when there is room again.
    var isFull: Bool {
        guard case .system(_, let code) = self else { return false }
        return [ENOSPC, EDQUOT, EFBIG].contains(code)
    }

    public var description: String {
        switch self {
        case .inUse(let folder): "\(folder) is in use by another sandbox; --data needs a folder for each"
        case .corrupt(let file, let position):
            "\(file): the record at byte \(position) is corrupt, and later files follow; nothing was changed: move the "
                + "files from this one on away to start with what is before it"
        case .system(let file, let code): "\(file): \(String(cString: strerror(code)))"
        case .badName(let name): "'\(name)' cannot be the name of a folder"
        }
    }
}
