import LooseJSON
import Testing

@testable import Remoting

@Suite struct FrameDecoderTests {
    private func decode(_ bytes: [UInt8], limit: Int = Frame.maximumLength) throws -> Frame? {
        var decoder = FrameDecoder(limit: limit)
        decoder.append(bytes)
        return try decoder.next()
    }

    /// A frame around a header, with true lengths.
    private func framed(_ header: [UInt8], coding: UInt8 = 0) -> [UInt8] {
        [0, 0, 0, UInt8(header.count + 4), coding, 0, 0, UInt8(header.count)] + header
    }

    @Test(arguments: [
        ([0x7f, 0xff, 0xff, 0xff], FrameError.lengthOutOfBounds(0x7fff_ffff)),
        ([0x80, 0, 0, 0], .lengthOutOfBounds(Int(Int32.min))), ([0xff, 0xff, 0xff, 0xff], .lengthOutOfBounds(-1)),
        ([0, 0, 0, 3], .lengthOutOfBounds(3)), ([1, 0, 0, 1], .lengthOutOfBounds((16 << 20) + 1)),
        ([0, 0, 0, 4, 0, 0, 0, 1], .headerLongerThanFrame(1)),
        ([0, 0, 0, 6, 0, 0xff, 0xff, 0xff, 0x7b, 0x7d], .headerLongerThanFrame(0xff_ffff)),
        ([0, 0, 0, 4, 2, 0, 0, 0], .unknownCoding(2)), ([0x48, 0x54, 0x54, 0x50], .lengthOutOfBounds(0x4854_5450)),
        ([0, 0, 0, 4, 0, 0, 0, 0], .malformedHeader(.unexpectedEnd)),
        ([0, 0, 0, 4, 1, 0, 0, 0], .headerSizeMismatch(0)),
    ])
    func `lengths that lie are refused at once`(bytes: [UInt8], expected: FrameError) {
        #expect(throws: expected) { try decode(bytes) }
        #expect(!expected.description.isEmpty)
    }

    @Test func `a frame at the limit passes and one byte more does not`() throws {
        var frame = Frame(code: 1, opaque: 1)
        frame.body = Array(repeating: 7, count: 5000)
        let bytes = frame.encoded()
        #expect(try decode(bytes, limit: bytes.count - 4) == frame)
        #expect(throws: FrameError.lengthOutOfBounds(bytes.count - 4)) { try decode(bytes, limit: bytes.count - 5) }
    }

    @Test func `a decoder that has failed stays failed and holds nothing`() {
        var decoder = FrameDecoder()
        decoder.append([0x7f, 0, 0, 0])
        #expect(throws: FrameError.lengthOutOfBounds(0x7f00_0000)) { try decoder.next() }
        decoder.append(Frame(code: 1, opaque: 1).encoded())
        #expect(throws: FrameError.lengthOutOfBounds(0x7f00_0000)) { try decoder.next() }
        #expect(decoder.bufferedCount == 0)
    }

    @Test(arguments: [
        ("[]", FrameError.invalidHeaderField("outermost value")), ("{}", .missingHeaderField("code")),
        ("{code", .malformedHeader(.unexpectedByte(0x63, at: 1))), ("{\"code\":1}", .missingHeaderField("opaque")),
        ("{\"code\":\"x\",\"opaque\":1}", .invalidHeaderField("code")),
        ("{\"code\":1,\"opaque\":2147483648}", .invalidHeaderField("opaque")),
        ("{\"code\":1,\"opaque\":1,\"flag\":1e99}", .invalidHeaderField("flag")),
        ("{\"code\":1,\"opaque\":1,\"version\":null}", .invalidHeaderField("version")),
        ("{\"code\":1,\"opaque\":1}}", .malformedHeader(.trailingBytes(at: 21))),
    ])
    func `JSON headers that are not headers are refused`(header: String, expected: FrameError) {
        #expect(throws: expected) { try decode(framed(Array(header.utf8))) }
    }

    @Test func `JSON headers are read leniently where other clients differ`() throws {
        let header =
            #"{"code":1,"opaque":2,"language":"COBOL","remark":null,"extra":[1],"flag":3,"#
            + #""extFields":{"n":8,"b":true,"z":null,"o":{0:1},7:"k","u":18446744073709551615}}"#
        let frame = try #require(try decode(framed(Array(header.utf8))))
        #expect(frame.fields == ["n": "8", "b": "true", "o": "{0:1}", "7": "k", "u": "18446744073709551615"])
        #expect(frame.remark == nil)
        #expect(frame.language == .other)
        #expect(frame.kind == .response)
    }

    @Test(arguments: [
        (15, [0xff, 0xff, 0xff, 0xff], FrameError.headerFieldOutOfBounds("remark", length: -1)),
        (15, [0x7f, 0xff, 0xff, 0xff], .headerFieldOutOfBounds("remark", length: 0x7fff_ffff)),
        (19, [0xff, 0xff, 0xff, 0xfe], .headerFieldOutOfBounds("extFields", length: -2)),
        (19, [0, 0, 0, 10], .headerFieldOutOfBounds("extFields", length: 10)),
        (19, [0, 0, 0, 8], .headerSizeMismatch(30)),
        (23, [0x80, 0], .headerFieldOutOfBounds("key", length: -32_768)),
        (23, [0, 8], .headerFieldOutOfBounds("key", length: 8)),
        (26, [0xff, 0xff, 0xff, 0xff], .headerFieldOutOfBounds("k", length: -1)),
        (26, [0, 0, 0, 0], .headerFieldOutOfBounds("key", length: 0x7676)),
        (26, [0, 0, 0, 1], .headerSizeMismatch(30)),
    ])
    func `binary headers with lengths that lie are refused`(place: Int, lie: [UInt8], expected: FrameError) throws {
        var frame = Frame(code: 1, opaque: 2)
        (frame.coding, frame.fields) = (.rocketmq, ["k": "vv"])
        var bytes = frame.encoded()
        #expect(bytes.count == 38)
        bytes.replaceSubrange((8 + place - 2)..<(8 + place - 2 + lie.count), with: lie)
        #expect(throws: expected) { try decode(bytes) }
    }

    @Test func `a binary header cut short anywhere is refused`() {
        var frame = richFrame(.rocketmq)
        frame.body = []
        let header = frame.encoded().dropFirst(8)
        for count in 0..<header.count {
            #expect(throws: FrameError.self) { try decode(framed(Array(header.prefix(count)), coding: 1)) }
        }
    }

    @Test func `a large frame that drips in is whole in the end`() throws {
        var large = Frame(code: 1, opaque: 1)
        large.body = Array(repeating: 1, count: 1 << 17)
        var decoder = FrameDecoder()
        for byte in large.encoded().dropLast() {
            decoder.append(CollectionOfOne(byte))
            guard try decoder.next() == nil else { throw FrameError.lengthOutOfBounds(0) }
        }
        decoder.append([1])
        #expect(try decoder.next() == large)
    }

    @Test func `eight times as many frames at once take eight times as long, not sixty-four`() throws {
        var frame = Frame(code: 1, opaque: 1)
        frame.coding = .rocketmq
        let bytes = frame.encoded()
        func time(_ count: Int) throws -> Duration {
            let stream = Array(repeatElement(bytes, count: count).joined())
            return try (0..<3).map { _ in
                var decoder = FrameDecoder()
                return try ContinuousClock().measure {
                    decoder.append(stream)
                    while try decoder.next() != nil {}
                }
            }.min() ?? .zero
        }
        #expect(try time(100_000) / time(12_500) < 32)
    }
}
