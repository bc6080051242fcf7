internal import CUV
internal import Glibc

/// What a user types that nobody shall see.
public enum HiddenInput {
    /// Reads a line at the terminal that does not show what is typed; nil where standard input is none.
    ///
    /// Throws a `CancellationError` when the user interrupts, so that the terminal shows again what is typed after that.
    public static func line(_ prompt: String) throws -> String? {
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
}
