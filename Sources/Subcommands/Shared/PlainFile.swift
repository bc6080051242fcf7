internal import Glibc

/// Files in the user's own folders.
enum PlainFile {
    /// Writes a file whole or not at all; folders that are missing are made.
    ///
    /// With `keepingBackup` a file that is there already stays as `<path>.bak`.
    static func write(_ bytes: [UInt8], to path: String, keepingBackup: Bool = false) throws(FileError) {
        let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        for count in folders.indices where !folders[count].isEmpty {
            let folder = folders[...count].joined(separator: "/")
            if mkdir(folder, 0o777) != 0, errno != EEXIST { throw FileError(folder, errno: errno) }
        }
        let temporary = "\(path).\(getpid())"
        guard let file = fopen(temporary, "wx") else { throw FileError(path, errno: errno) }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count, !keepingBackup || backUp(path), rename(temporary, path) == 0
        else {
            let code = errno
            unlink(temporary)
            throw FileError(path, errno: code)
        }
    }

    /// Gives a file that is there a second name, the old backup's.
    private static func backUp(_ path: String) -> Bool {
        if access(path, F_OK) != 0 { return true }
        unlink("\(path).bak")
        return link(path, "\(path).bak") == 0
    }

    /// Reads a file whole, of at most 64 MiB.
    static func read(_ path: String) throws(FileError) -> [UInt8] {
        guard let file = fopen(path, "r") else { throw FileError(reading: path, errno: errno) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard ferror(file) == 0 else { throw FileError(reading: path, errno: errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            if bytes.count > 1 << 26 { throw FileError(reading: path, errno: EFBIG) }
        }
    }
}
