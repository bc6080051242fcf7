internal import EventLoop
internal import Execution
internal import Glibc

/// Where a statement's output goes: the terminal, a pager, a file, a program.
final class Outlet: @unchecked Sendable {  // Touched on the loop's thread only.
    private enum Place {
        /// What may yet turn out to be long; with the height of the terminal.
        case held([UInt8], rows: Int)
        case open(CInt, name: String)
    }

    private let loop: EventLoop
    private var place: Place
    private var program: ChildProcess?
    /// Whether a pager shows it, whose status says nothing.
    private(set) var isPager = false
    /// Whether people read it as it comes.
    let isTerminal: Bool

    /// Standard output; where `pages`, what does not fit on the terminal goes through a pager.
    init(pages: Bool, on loop: EventLoop) {
        self.loop = loop
        isTerminal = isatty(STDOUT_FILENO) == 1
        place = .open(STDOUT_FILENO, name: "standard output")
        if pages, isTerminal, Pager.command != nil { place = .held([], rows: Pager.rows) }
    }

    /// Keeps all of it, for somebody who asks for `kept`.
    init(keepingOn loop: EventLoop) { (self.loop, isTerminal, place) = (loop, false, .held([], rows: .max)) }

    /// What was kept so far.
    var kept: [UInt8] { if case .held(let bytes, _) = place { bytes } else { [] } }

    /// A file.
    init(file path: String, appends: Bool, on loop: EventLoop) throws {
        (self.loop, isTerminal) = (loop, false)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : O_TRUNC), 0o666)
        guard descriptor >= 0 else { throw FileProblem("write", path) }
        place = .open(descriptor, name: path)
    }

    /// A line for the system's shell.
    init(program line: String, on loop: EventLoop) throws {
        (self.loop, isTerminal) = (loop, false)
        place = .open(STDOUT_FILENO, name: "standard output")
        try startProgram(line)
    }

    private func startProgram(_ line: String, environment: [String: String] = [:]) throws {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw FileProblem("open", "a pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        do { program = try loop.spawn(["/bin/sh", "-c", line], environment: environment, input: ends[0]) } catch {
            close(ends[1])
            throw error
        }
        place = .open(ends[1], name: "the pipe to \(line)")
    }

    func write(_ bytes: [UInt8]) throws {
        guard case .held(let held, let rows) = place else {
            if case .open(let descriptor, let name) = place { try Console.write(bytes, to: descriptor, called: name) }
            return
        }
        let all = held + bytes
        if all.count(where: { $0 == UInt8(ascii: "\n") }) < rows {
            place = .held(all, rows: rows)
        } else {
            try startProgram(Pager.command ?? "cat", environment: Pager.environment)
            isPager = true
            try write(all)
        }
    }

    /// Shows what was held back: what comes so slowly is read as it comes.
    func release() throws {
        guard case .held(let bytes, _) = place else { return }
        place = .open(STDOUT_FILENO, name: "standard output")
        try write(bytes)
    }

    /// Closes the file, and waits for the program; returns its status, 0 where there is none.
    func finish() async throws -> CInt {
        try release()
        if case .open(let descriptor, _) = place, descriptor != STDOUT_FILENO { close(descriptor) }
        place = .open(STDOUT_FILENO, name: "standard output")
        return try await program.map { try await $0.end().status } ?? 0
    }
}

extension Optional {
    fileprivate func map<Value>(_ body: (Wrapped) async throws -> Value) async rethrows -> Value? {
        if let self { try await body(self) } else { nil }
    }
}

extension ProcessEnd {
    /// As a shell sees it: 128 and the signal's number where a signal ended the program.
    var status: CInt {
        switch self {
        case .exited(let code): CInt(truncatingIfNeeded: code)
        case .killed(let signal): 128 + signal
        }
    }
}

/// The program that shows long output page by page.
enum Pager {
    /// `$PAGER`, else less; nil where it is empty, or the terminal cannot go back.
    static var command: String? {
        let given = Environment["PAGER"] ?? "less"
        return given.isEmpty || given == "cat" || Environment["TERM"] == "dumb" ? nil : given
    }

    /// Less shows colours, and leaves what it showed on the terminal.
    static var environment: [String: String] { Environment["LESS"] == nil ? ["LESS": "FRX"] : [:] }

    /// The lines that fit above a prompt.
    static var rows: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 2 ? Int(size.ws_row) - 1 : 23
    }
}

/// A file that could not be opened, in one line.
struct FileProblem: Error, CustomStringConvertible {
    let description: String

    /// Says why the last call of the system failed.
    init(_ verb: String, _ path: String) { description = "cannot \(verb) \(path): \(String(cString: strerror(errno)))" }
}
