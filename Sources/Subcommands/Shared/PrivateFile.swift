internal import Glibc

/// A file that could not be written or read, in one line.
public struct FileError: Error, Equatable, CustomStringConvertible {
    public var description: String

    init(_ path: String, _ reason: String) { description = "cannot write \(path): \(reason)" }
    init(unreadable path: String, _ reason: String) { description = "cannot read \(path): \(reason)" }
    init(_ path: String, errno code: Int32) { self.init(path, String(cString: strerror(code))) }
    init(reading path: String, errno code: Int32) {
        description = "cannot read \(path): \(String(cString: strerror(code)))"
    }
}

/// Files that only the user may read, in places that others may write to, such as /tmp.
enum PrivateFile {
    /// Writes a file whole or not at all, and returns its path.
    ///
    /// Folders that are missing are made with mode 0700; the last one must belong to the user and be no link. Nothing on
    /// the way below the first folder is followed if it is a link. Where `isShared`, the folder may be everybody's, as
    /// long as nobody can take another's files away there.
    static func write(
        _ bytes: [UInt8], named name: String, in folder: String, isShared: Bool = false
    ) throws(FileError) -> String {
        let path = "\(folder)/\(name)"
        let directory = try open(folder, isShared: isShared)
        defer { close(directory) }
        let temporary = ".\(name.prefix(200)).\(getpid()).\(UInt32.random(in: 0 ... .max))"
        let file = openat(directory, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileError(path, errno: errno) }
        defer { close(file) }
        do throws(FileError) {
            try write(bytes, to: file, path)
            guard renameat(directory, temporary, directory, name) == 0 else { throw FileError(path, errno: errno) }
        } catch {
            unlinkat(directory, temporary, 0)
            throw error
        }
        return path
    }

    private static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw FileError(path, errno: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Opens, and makes where needed, each folder of a path, which may start in the current directory.
    private static func open(_ folder: String, isShared: Bool) throws(FileError) -> Int32 {
        let isAbsolute = folder.hasPrefix("/")
        var directory = Glibc.open(isAbsolute ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        let names = folder.split(separator: "/").map(String.init)
        for (index, name) in names.enumerated() {
            if mkdirat(directory, name, 0o700) != 0, errno != EEXIST { throw failure(directory, folder, errno) }
            // The first folder, /tmp, is the system's and may be a link.
            let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isAbsolute && index == 0 ? 0 : O_NOFOLLOW)
            let next = openat(directory, name, flags)
            guard next >= 0 else { throw failure(directory, folder, errno) }
            close(directory)
            directory = next
        }
        var status = stat()
        let isFound = fstat(directory, &status) == 0
        guard isFound, status.st_uid == geteuid() || isShared && status.st_mode & S_ISVTX != 0 else {
            close(directory)
            throw FileError(folder, "the folder belongs to another user")
        }
        return directory
    }

    private static func failure(_ directory: Int32, _ folder: String, _ code: Int32) -> FileError {
        close(directory)
        return FileError(folder, errno: code)
    }
}
