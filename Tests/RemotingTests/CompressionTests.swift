import RecordingSupport
import Remoting
import Testing

@Suite struct CompressionTests {
    private static let bodies: [[UInt8]] = [
        [], [7], Array("hello hello hello hello".utf8), Array(repeating: 0, count: 300_000),
        (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3 &* 2_654_435_761) },
    ]

    @Test(arguments: Compression.allCases, bodies)
    func `a body survives, up to a limit that fits it exactly`(compression: Compression, body: [UInt8]) throws {
        for level in [1, 5, 9] {
            let compressed = try compression.compressed(body, level: level)
            #expect(try compression.decompressed(compressed, limit: body.count) == body)
            guard !body.isEmpty else { continue }
            #expect(throws: CompressionError.tooLong(limit: body.count - 1)) {
                try compression.decompressed(compressed, limit: body.count - 1)
            }
        }
    }

    @Test(arguments: Compression.allCases) func `a bomb is refused at the limit`(compression: Compression) throws {
        let bomb = try compression.compressed(Array(repeating: 0, count: 64 << 20))
        #expect(bomb.count < 1 << 20)
        #expect(throws: CompressionError.tooLong(limit: 1 << 20)) {
            try compression.decompressed(bomb, limit: 1 << 20)
        }
    }

    @Test(arguments: Compression.allCases) func `data cut short anywhere is an error`(compression: Compression) throws {
        let body = Array("hello hello hello hello hello, world".utf8)
        let compressed = try compression.compressed(body)
        for count in 0..<compressed.count {
            let error = #expect(throws: CompressionError.self) {
                try compression.decompressed(Array(compressed.prefix(count)), limit: 1000)
            }
            #expect(error == .truncated(compression))
        }
    }

    @Test(arguments: Compression.allCases) func `garbage is an error`(compression: Compression) {
        let error = #expect(throws: CompressionError.self) {
            try compression.decompressed(Array("this is no compressed data at all".utf8), limit: 1000)
        }
        #expect(error?.description.contains("\(compression)") == true)
    }

    @Test(arguments: [Compression.lz4, .zstd])
    func `frames one after the other are read as one body`(compression: Compression) throws {
        let frames = try compression.compressed([1, 2]) + compression.compressed([]) + compression.compressed([3])
        #expect(try compression.decompressed(frames, limit: 3) == [1, 2, 3])
    }

    @Test func `data that Java's libraries wrote is read`() throws {
        // An LZ4 frame with 4 MiB blocks and no content checksum, as LZ4FrameOutputStream writes it by default.
        let lz4: [UInt8] = [0x04, 0x22, 0x4d, 0x18, 0x60, 0x70, 0x73, 2, 0, 0, 0x80, 0x68, 0x69, 0, 0, 0, 0]
        #expect(try Compression.lz4.decompressed(lz4, limit: 100) == Array("hi".utf8))
    }

    @Test func `a zstd frame that asks for a huge window is refused`() {
        // Window descriptor 0x88: 2^27 bytes.
        let greedy: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x88, 0x01, 0x00, 0x00]
        #expect(throws: CompressionError.self) { try Compression.zstd.decompressed(greedy, limit: 1 << 20) }
    }

    @Test func `wire values are RocketMQ's, and 0 means zlib`() {
        #expect((0...4).map(Compression.init(wireValue:)) == [.zlib, .lz4, .zstd, .zlib, nil])
        #expect(Compression(wireValue: -1) == nil)
        #expect(Compression.allCases.map(\.rawValue) == [1, 2, 3])
    }
}
