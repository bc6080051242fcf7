/// Cuts a byte stream into frames, in linear time however the bytes arrive.
///
/// Take frames with ``next()`` until it gives nil after each ``append(_:)``: then no more than one frame's limit and one
/// appended piece is held. An announced length is judged as soon as its four bytes are there.
public struct FrameDecoder: Sendable {
    private let limit: Int
    private var buffer: [UInt8] = []
    /// Where the next frame begins: moving the rest down for every frame would take quadratic time.
    private var start = 0
    /// A stream that has lost its place does not find it again.
    private var failure: FrameError?

    /// The limit counts a frame's bytes after the length, as the wire's length does.
    public init(limit: Int = Frame.maximumLength) { self.limit = limit }

    /// How many bytes wait for the rest of their frame.
    public var bufferedCount: Int { buffer.count - start }

    /// Takes the next bytes of the stream.
    public mutating func append(_ bytes: some Collection<UInt8>) {
        guard failure == nil else { return }
        if start > 0, start >= buffer.count / 2 { compact() }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole frame, or nil until more bytes arrive; after an error every call gives the same error.
    public mutating func next() throws(FrameError) -> Frame? {
        if let failure { throw failure }
        do throws(FrameError) {
            return try cut()
        } catch {
            failure = error
            (buffer, start) = ([], 0)
            throw error
        }
    }

    private mutating func cut() throws(FrameError) -> Frame? {
        guard bufferedCount >= 4 else { return nil }
        let length = Int(Int32(bitPattern: buffer.bigEndianWord(at: start)))
        guard length >= 4, length <= limit else { throw .lengthOutOfBounds(length) }
        let end = start + 4 + length
        guard end <= buffer.count else { return nil }
        let frame = try Frame(content: buffer[(start + 4)..<end])
        start = end
        if start == buffer.count { compact() }
        return frame
    }

    /// Moves what is left to the front; the storage of an unusually large frame is given back.
    private mutating func compact() {
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 18)
        } else {
            buffer.removeSubrange(0..<start)
        }
        start = 0
    }
}

extension Frame {
    /// Reads what follows the length: marker, header, body.
    init(content: ArraySlice<UInt8>) throws(FrameError) {
        let header = content.startIndex + 4
        let marker = content[content.startIndex..<header].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard let coding = HeaderCoding(rawValue: UInt8(marker >> 24)) else {
            throw .unknownCoding(UInt8(marker >> 24))
        }
        let end = header + Int(marker & 0xff_ffff)
        guard end <= content.endIndex else { throw .headerLongerThanFrame(end - header) }
        switch coding {
        case .json: try self.init(jsonHeader: content[header..<end])
        case .rocketmq: try self.init(binaryHeader: content[header..<end])
        }
        body = Array(content[end...])
    }
}
