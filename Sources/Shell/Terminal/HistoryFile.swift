@preconcurrency internal import CReadline
internal import Execution
internal import Glibc

/// The lines that were typed, in a file that several shells share and only the user may read.
struct HistoryFile {
    private static let largest = 1 << 20
    let path: String
    /// What of the file readline knows already, in bytes.
    private var known = 0

    /// `$XDG_STATE_HOME/mqadmin/history`.
    init() {
        path =
            (Environment.folder("XDG_STATE_HOME") ?? (Environment["HOME"] ?? "") + "/.local/state") + "/mqadmin/history"
    }

    /// Writes a line behind those of all shells, then reads what is new.
    ///
    /// Several lines, such as those of a paste, are as many entries. Throws `FileProblem` where the file cannot be written;
    /// then this shell remembers the lines.
    mutating func add(_ text: String) throws {
        let lines = text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        do {
            let file = try open(O_WRONLY | O_APPEND | O_CREAT)
            defer { close(file) }
            // One write, so that the lines of two shells do not mix.
            guard write(file, bytes, bytes.count) == bytes.count else { throw FileProblem("write", path) }
        } catch {
            for line in lines { add_history(String(line)) }
            throw error
        }
        try read()
    }

    /// Takes in what this and other shells have written since the last time.
    mutating func read() throws {
        guard access(path, F_OK) == 0 else { return }
        let file = try open(O_RDONLY)
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        // The file was cut short by another shell.
        if size < known { known = size }
        let isCut = known == 0 && size > Self.largest
        lseek(file, off_t(isCut ? size - Self.largest : known), SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: isCut ? Self.largest : size - known)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw FileProblem("read", path) }
        known = size
        let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
        for line in isCut ? lines.dropFirst() : lines[...] where !isLast(line) { add_history(String(line)) }
    }

    private func isLast(_ line: Substring) -> Bool {
        history_length > 0
            && history_get(history_base + history_length - 1).map { String(cString: $0.pointee.line) == line }
                ?? false
    }

    /// Opens the file; folders that are missing are made, and others lose the right to read it.
    private func open(_ flags: CInt) throws -> CInt {
        let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        if flags & O_CREAT != 0 {
            for count in folders.indices.dropFirst() { mkdir(folders[...count].joined(separator: "/"), 0o700) }
        }
        let file = Glibc.open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard file >= 0, fchmod(file, 0o600) == 0 else { throw FileProblem("open", path) }
        return file
    }

    /// The last `count` lines with their numbers.
    static func lines(last count: Int) -> [(number: Int, line: String)] {
        let end = Int(history_base + history_length)
        return (max(Int(history_base), end - count)..<end).compactMap { number in
            history_get(CInt(number)).map { (number, String(cString: $0.pointee.line)) }
        }
    }
}

extension Environment {
    /// A folder of the XDG base directory specification: absolute, or not at all.
    static func folder(_ name: String) -> String? { Environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
}
