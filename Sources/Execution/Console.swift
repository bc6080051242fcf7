internal import CommandKit
public import EventLoop
internal import Glibc

/// Standard output and standard error; data goes to the first, everything else to the second.
public enum Console {
    /// The reader of standard output has gone: there is nobody left to print for.
    public struct OutputClosed: Error {}

    /// Standard output cannot take more, such as on a full disk.
    public struct OutputError: Error, CustomStringConvertible {
        public let description: String
    }

    /// Writes all of `bytes` to standard output.
    public static func write(_ bytes: [UInt8]) throws {
        try write(bytes, to: STDOUT_FILENO, called: "standard output")
    }

    /// Writes all of `bytes` to an open file or pipe; `name` is what an error calls it.
    public static func write(_ bytes: [UInt8], to descriptor: CInt, called name: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                waitUntilWritable(descriptor)
            } else if errno == EPIPE {
                throw OutputClosed()
            } else if errno != EINTR {
                throw OutputError(description: "cannot write to \(name): \(String(cString: strerror(errno)))")
            }
        }
    }

    /// One line on standard error; nothing can be done when that fails.
    public static func tell(_ line: String) { tell(line, paint: { $0 }) }

    /// The same with `paint` around it, which adds colour.
    public static func tell(_ line: String, paint: (String) -> String) {
        let bytes = Array((paint("mqadmin: \(line.escapingControls())") + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Ends the line in which the terminal shows `^C`.
    public static func endLine() { _ = Glibc.write(STDERR_FILENO, "\n", 1) }

    /// One line of what goes over the wire, on standard error.
    public static func tellWire(_ line: String) {
        _ = Array((line + "\n").utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Characters a line: of the terminal, or of `COLUMNS`, or 80.
    public static var columns: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return Environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }

    /// Asks for y or n at the terminal; nil where standard input is none.
    ///
    /// The end of input is a no.
    public static func confirmation(on loop: EventLoop) -> (@Sendable (String) async throws -> Bool)? {
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

    private static func waitUntilWritable(_ descriptor: CInt) {
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = Glibc.poll(&poll, 1, -1)
    }
}

/// The process's environment variables.
public enum Environment {
    /// The value of `name`, or nil where it is not set.
    public static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// The same as a function.
    public static let variable: @Sendable (String) -> String? = { Environment[$0] }
}
