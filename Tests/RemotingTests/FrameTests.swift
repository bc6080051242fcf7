import Testing

@testable import Remoting

/// A frame that uses every part of the header.
func richFrame(_ coding: HeaderCoding, _ kind: Frame.Kind = .response) -> Frame {
    var frame = Frame(code: 215, opaque: -7)
    (frame.coding, frame.kind, frame.language, frame.version) = (coding, kind, .nodeJS, 409)
    frame.remark = "no \"route\"\nof é😀"
    frame.fields = ["topic": "orders \"x\"", "queueId": "3", "empty": "", "ключ": "значение"]
    frame.body = [0, 1, 2, 255]
    return frame
}

@Suite struct FrameTests {
    @Test(arguments: HeaderCoding.allCases, [Frame.Kind.request, .oneway, .response])
    func `a frame survives being cut at every byte`(coding: HeaderCoding, kind: Frame.Kind) throws {
        let frame = richFrame(coding, kind)
        let bytes = frame.encoded()
        for cut in 0..<bytes.count {
            var decoder = FrameDecoder()
            decoder.append(bytes[..<cut])
            #expect(try decoder.next() == nil)
            decoder.append(bytes[cut...])
            #expect(try decoder.next() == frame)
            #expect(try decoder.next() == nil)
            #expect(decoder.bufferedCount == 0)
        }
    }

    @Test func `a stream of frames survives being cut into pieces of any size`() throws {
        let frames = (0..<40).map { number in
            var frame = richFrame(number % 3 == 0 ? .rocketmq : .json)
            frame.opaque = Int32(number)
            frame.body = Array(repeating: UInt8(number), count: number * number)
            return frame
        }
        var bytes: [UInt8] = []
        for frame in frames { frame.encode(into: &bytes) }
        for size in [1, 2, 3, 7, 64, 1000, bytes.count] {
            var decoder = FrameDecoder()
            var decoded: [Frame] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                decoder.append(bytes[start..<min(start + size, bytes.count)])
                while let frame = try decoder.next() { decoded.append(frame) }
            }
            #expect(decoded == frames)
        }
    }

    @Test func `the binary header is laid out as RocketMQSerializable lays it out`() {
        var frame = Frame(code: 105, opaque: 2)
        (frame.coding, frame.language, frame.version, frame.kind) = (.rocketmq, .java, 479, .oneway)
        (frame.remark, frame.fields, frame.body) = ("hi", ["k": "vv"], [9])
        let header: [UInt8] =
            [0, 105, 0, 1, 0xdf, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0x68, 0x69]
            + [0, 0, 0, 9, 0, 1, 0x6b, 0, 0, 0, 2, 0x76, 0x76]
        #expect(frame.encoded() == [0, 0, 0, 37, 1, 0, 0, 32] + header + [9])
    }

    @Test func `a header that the binary coding cannot hold goes out as JSON`() throws {
        for change: (inout Frame) -> Void in [
            { $0.code = 40_000 }, { $0.version = -40_000 },
            { $0.fields[String(repeating: "k", count: 32_768)] = "v" },
        ] {
            var frame = richFrame(.rocketmq)
            change(&frame)
            var decoder = FrameDecoder()
            decoder.append(frame.encoded())
            frame.coding = .json
            #expect(try decoder.next() == frame)
        }
    }

    @Test func `what this tool sends says who sends it`() {
        let frame = Frame(code: 105, opaque: 1)
        #expect(frame.language == .other)
        #expect(frame.version == 479)
        #expect(frame.kind == .request)
        let header = #"{"code":105,"language":"OTHER","version":479,"opaque":1,"flag":0}"#
        #expect(Array(frame.encoded().dropFirst(8)) == Array(header.utf8))
    }

    @Test func `every language has its word and byte, and an unknown one is other`() {
        for language in Language.allCases {
            #expect(Language(name: language.name) == language)
            #expect(Language(byte: language.rawValue) == language)
        }
        #expect(Language(name: "COBOL") == .other)
        #expect(Language(byte: 99) == .other)
    }
}
