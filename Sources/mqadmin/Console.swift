import CommandKit
import EventLoop
import Glibc

/// Standard output and standard error; data goes to the first, everything else to the second.
enum Console {
    /// The reader of standard output has gone: there is nobody left to print for.
    struct OutputClosed: Error {}

    /// Standard output cannot take more, such as on a full disk.
    struct OutputError: Error, CustomStringConvertible {
        let description: String
    }

    static func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                waitUntilWritable(STDOUT_FILENO)
            } else if errno == EPIPE {
                throw OutputClosed()
            } else if errno != EINTR {
                throw OutputError(description: "cannot write to standard output: \(String(cString: strerror(errno)))")
            }
        }
    }

    /// One line on standard error; nothing can be done when that fails.
    static func tell(_ line: String) {
        let bytes = Array("mqadmin: \(line.escapingControls())\n".utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Characters a line: of the terminal, or of `COLUMNS`, or 80.
    static var columns: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return Environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }

    /// Asks for y or n at the terminal; nil where standard input is none.
    ///
    /// The end of input is a no.
    static func confirmation(on loop: EventLoop) -> (@Sendable (String) async throws -> Bool)? {
        guard isatty(STDIN_FILENO) == 1 else { return nil }
        return { question in
            _ = Array(question.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            var line: [UInt8] = []
            while line.last != UInt8(ascii: "\n") {
                try await loop.readable(STDIN_FILENO)
                var byte: UInt8 = 0
                guard read(STDIN_FILENO, &byte, 1) == 1 else { break }
                line.append(byte)
            }
            return ["y\n", "yes\n"].contains(String(decoding: line, as: UTF8.self).lowercased())
        }
    }

    /// Reads a line at the terminal that does not show what is typed; nil where standard input is none.
    ///
    /// Throws a `CancellationError` when the user interrupts, so that the terminal shows again what is typed after that.
    static func secret(_ prompt: String) throws -> String? {
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return nil }
        var (interrupting, before) = (sigaction(), sigaction())
        interrupting.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGINT, &interrupting, &before)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            sigaction(SIGINT, &before, nil)
            _ = Glibc.write(STDERR_FILENO, "\n", 1)
        }
        _ = Array(prompt.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n") {
            var byte: UInt8 = 0
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0 { throw CancellationError() }
            if count == 0 { break }
            line.append(byte)
        }
        let text = String(decoding: line.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return text.isEmpty ? nil : text
    }

    private static func waitUntilWritable(_ descriptor: CInt) {
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = Glibc.poll(&poll, 1, -1)
    }
}

/// The process's environment variables.
enum Environment {
    static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
    static let variable: @Sendable (String) -> String? = { Environment[$0] }
}
