internal import Glibc

/// What storage needs of the system's files, besides `RecordFile`.
enum FileSystem {
    /// Creates a folder, and those above it.
    static func makeFolder(_ path: String) throws(StorageError) {
        var parts = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            parts += parts.isEmpty && !part.isEmpty ? part : "/" + part
            if mkdir(parts, 0o755) != 0, errno != EEXIST, parts == path { throw .last(path) }
        }
    }

    /// The names in a folder, sorted.
    static func names(in folder: String) throws(StorageError) -> [String] {
        guard let stream = opendir(folder) else { throw .last(folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.sorted()
    }

    /// Writes a whole file, safely.
    static func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw .last(path) }
        defer { close(descriptor) }
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { throw .last(path) }
            start += count
        }
        if fsync(descriptor) != 0 { throw .last(path) }
    }

    /// Makes safe which files a folder has.
    static func synchronize(folder: String) throws(StorageError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw .last(folder) }
        defer { close(descriptor) }
        if fsync(descriptor) != 0 { throw .last(folder) }
    }

    /// From 0 to 1: how much of the disk that holds `path` is taken.
    static func usedRatio(of path: String) -> Double {
        var disk = statvfs()
        guard statvfs(path, &disk) == 0, disk.f_blocks > 0 else { return 0 }
        let used = Double(disk.f_blocks - disk.f_bfree)
        return used / max(1, used + Double(disk.f_bavail))
    }
}
