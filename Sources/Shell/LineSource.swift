internal import EventLoop
internal import Execution
internal import Glibc

/// The lines of a script, as they come.
final class LineSource {
    private let loop: EventLoop
    private let descriptor: CInt?
    private var bytes: [UInt8]
    private var place = 0
    private var isAtEnd: Bool

    /// The lines of a text.
    init(text: String, on loop: EventLoop) {
        (self.loop, descriptor, bytes, isAtEnd) = (loop, nil, Array(text.utf8), true)
    }

    /// The lines of a file, or of standard input where `path` is nil.
    init(file path: String?, on loop: EventLoop) throws {
        let file = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
        guard file >= 0 else { throw FileProblem("read", path ?? "standard input") }
        (self.loop, descriptor, bytes, isAtEnd) = (loop, file, [], false)
    }

    deinit { if let descriptor, descriptor != STDIN_FILENO { close(descriptor) } }

    /// The next line without its end, nil behind the last.
    func next() async throws -> String? {
        while true {
            if let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { place = end + 1 }
                return String(decoding: bytes[place..<end], as: UTF8.self)
            }
            if isAtEnd {
                defer { place = bytes.count }
                return place < bytes.count ? String(decoding: bytes[place...], as: UTF8.self) : nil
            }
            try await fill()
        }
    }

    private func fill() async throws {
        guard let descriptor else { return }
        try await loop.readable(descriptor)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &chunk, chunk.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return }
        guard count >= 0 else { throw FileProblem("read", "the script") }
        isAtEnd = count == 0
        bytes = Array(bytes[place...]) + chunk[..<count]
        place = 0
    }
}
