import AdminProtocol
import LooseJSON
import RecordingSupport
import Remoting
import Testing

/// A decoder under fire: what it reads by right, and how it is called.
///
/// To add one write another static property and list it in ``all``.
struct FuzzTarget: Sendable, CustomTestStringConvertible {
    let name: String
    /// Valid inputs that mutations start from.
    let seeds: @Sendable () throws -> [[UInt8]]
    /// Decodes any bytes; throws what it throws, and returns how many bytes its result holds, to be checked against
    /// `growth`.
    let run: @Sendable ([UInt8]) throws -> Int
    /// The most that a result may hold: so many bytes for each byte of input, and a fixed amount.
    var growth = (factor: 1, constant: 64)

    var testDescription: String { name }

    static let all: [FuzzTarget] = [
        looseJSON, codable, jsonFrames, binaryFrames, drip, storedMessages, decompression(.zlib), decompression(.lz4),
        decompression(.zstd),
    ]
}

extension FuzzTarget {
    static let looseJSON = FuzzTarget(
        name: "LooseJSON",
        seeds: { try bodies().filter(isText) + dialect },
        run: { bytes in
            let value = try JSON(parsing: bytes)
            let text = value.looseDescription
            guard try JSON(parsing: text.utf8) == value else { throw Finding("\(text) does not survive a round trip") }
            _ = try JSON(parsing: value.description.utf8)
            return text.utf8.count
        },
        growth: (6, 64))  // a control character grows to six

    static let codable = FuzzTarget(
        name: "Codable",
        seeds: { try bodies().filter(isText) + dialect },
        run: { bytes in
            let entries = try Entries<JSON, Entries<String, [String: Int]>>(json: JSON(parsing: bytes))
            return try entries.json().looseDescription.utf8.count
        },
        growth: (6, 64))

    static let jsonFrames = FuzzTarget(name: "JSON frames", seeds: { try frames(.json) }, run: decodeFrames)

    static let binaryFrames = FuzzTarget(name: "ROCKETMQ frames", seeds: { try frames(.rocketmq) }, run: decodeFrames)

    /// Frames that arrive in uneven pieces, against the same bytes in one.
    static let drip = FuzzTarget(
        name: "frames in pieces", seeds: { try Array(frames(.json).prefix(20) + frames(.rocketmq).prefix(20)) },
        run: { bytes in
            let whole = Result { try decodeFrames(bytes, piece: max(1, bytes.count)) }
            let pieces = Result { try decodeFrames(bytes, piece: 1 + bytes.count % 13) }
            guard (try? whole.get()) == (try? pieces.get()) else { throw Finding("pieces decode to something else") }
            return try whole.get()
        })

    /// Messages of a pull or a view, their bodies decompressed.
    static let storedMessages = FuzzTarget(
        name: "stored messages", seeds: { try bodies().filter { !isText($0) } },
        run: { bytes in
            var held = 0
            for message in try MessageReader.messages(in: bytes) {
                held += try message.content(limit: 1 << 16).count + message.topic.utf8.count
                guard try MessageReader.messages(in: message.encoded()).count == 1 else {
                    throw Finding("a message does not survive encoding")
                }
            }
            return held
        },
        growth: (1 << 10, 1 << 16))  // 64 KiB for each message of at least 91 bytes

    static func decompression(_ compression: Compression) -> FuzzTarget {
        FuzzTarget(
            name: "\(compression)",
            seeds: { try bodies().map { (body) in try compression.compressed(body) } },
            run: { bytes in try compression.decompressed(bytes, limit: 1 << 16).count },
            growth: (0, 1 << 16))
    }
}

/// Something that a fuzz target found out itself, unlike an error that a decoder throws by right.
struct Finding: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// How many bytes the frames in there hold.
@Sendable private func decodeFrames(_ bytes: [UInt8]) throws -> Int { try decodeFrames(bytes, piece: bytes.count + 1) }

private func decodeFrames(_ bytes: [UInt8], piece: Int) throws -> Int {
    var decoder = FrameDecoder(limit: 1 << 16)
    var held = 0
    for start in stride(from: 0, to: bytes.count, by: piece) {
        decoder.append(bytes[start..<min(start + piece, bytes.count)])
        while let frame = try decoder.next() {
            held += frame.body.count
            // Replacement characters may make three bytes of one, and then the header no longer fits its old size.
            var again = FrameDecoder(limit: 1 << 20)
            again.append(frame.encoded())
            guard (try? again.next())?.body == frame.body else { throw Finding("a frame does not survive encoding") }
        }
    }
    return held + decoder.bufferedCount
}
