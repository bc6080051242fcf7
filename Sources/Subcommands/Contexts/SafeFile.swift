internal import CommandKit
internal import Glibc

/// Reads files that decide what this program does, and that therefore nobody else may have had a hand in.
enum SafeFile {
    private static let limit = 1 << 20

    /// The bytes and the mode of a file of at most a megabyte; nil where there is none.
    static func read(
        _ path: String, mayBelongToOthers: Bool
    ) throws(UsageError) -> (bytes: [UInt8], mode: mode_t)? {
        // A named pipe must not block the open.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if file < 0, errno == ENOENT || errno == ENOTDIR { return nil }
        guard file >= 0 else { throw UsageError("cannot read \(path): \(String(cString: strerror(errno)))") }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw UsageError("\(path) is no file")
        }
        let isMine = status.st_uid == geteuid() || status.st_uid == 0
        guard isMine || mayBelongToOthers else {
            throw UsageError("\(path) belongs to another user: where it is to be used, set MQADMIN_CONFIG=\(path)")
        }
        if status.st_mode & 0o002 != 0 { try requirePrivate(path, status.st_mode) }
        guard status.st_size <= limit else { throw UsageError("\(path) is larger than a megabyte") }
        let size = Int(status.st_size)
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            count = Glibc.read(file, buffer.baseAddress, size)
            filled = max(0, count)
        }
        guard count >= 0 else { throw UsageError("cannot read \(path): \(String(cString: strerror(errno)))") }
        return (bytes, status.st_mode)
    }

    /// Throws for a file that others may read or write, with what to run.
    static func requirePrivate(_ path: String, _ mode: mode_t) throws(UsageError) {
        guard mode & 0o077 != 0 else { return }
        let can = mode & 0o022 != 0 ? "write" : "read"
        throw UsageError("\(path): other users may \(can) it; run: chmod 600 \(path.quotedWhereNeeded)")
    }
}

/// The folder and the name of a file that is to be replaced: where a link leads, because replacing the link would
/// separate it from what the user keeps there.
struct FilePlace {
    let folder: String
    let name: String

    init(_ path: String) {
        let whole = Self.real(path)
        let parts = (whole ?? path).split(separator: "/", omittingEmptySubsequences: false)
        name = parts.last.map(String.init) ?? ""
        let above = parts.dropLast().joined(separator: "/")
        folder = above.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : Self.realFolder(above)
    }

    /// The path from the root, whatever the current directory is.
    static func absolute(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") || path.hasPrefix("~/") ? path : "\(real(folder) ?? folder)/\(path)"
    }

    /// The folder with links resolved as far as it is there.
    private static func realFolder(_ path: String) -> String {
        if let real = real(path) { return real }
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return path }
        return realFolder(String(path[..<slash])) + path[slash...]
    }

    private static func real(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}

extension String {
    /// As a shell takes it for one word.
    var quotedWhereNeeded: String {
        let isPlain = utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x2f, 0x5f, 0x7e: true
            default: false
            }
        }
        if isPlain, !isEmpty { return self }
        return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
