import LooseJSON
import RecordingSupport
import Testing

@testable import Remoting

@Suite struct RecordedFramesTests {
    @Test func `every recorded exchange decodes and encodes to an equal frame in both codings`() throws {
        var count = 0
        for (file, recording) in try Recording.all() {
            for message in recording.exchanges.flatMap(\.messages) {
                let frame = try decode(message.wireBytes)
                try expect(frame, equals: message, file)
                #expect(try decode(frame.encoded()) == frame, "\(file)")
                var binary = frame
                binary.coding = .rocketmq
                let bytes = binary.encoded()
                if binary.remark == "" { binary.remark = nil }
                // POP_ROLLBACK and its like have codes beyond 16 bits.
                if binary.code > Int(Int16.max) { binary.coding = .json }
                #expect(try decode(bytes) == binary, "\(file)")
                count += 1
            }
        }
        #expect(count > 4900)
    }

    @Test func `every recorded body that begins like JSON is JSON and survives a round trip`() throws {
        var count = 0
        for (file, recording) in try Recording.all() {
            for message in recording.exchanges.flatMap(\.messages) {
                let body = message.bodyBytes
                guard body.first == UInt8(ascii: "{") || body.first == UInt8(ascii: "[") else { continue }
                let value = try JSON(parsing: body)
                #expect(try JSON(parsing: value.looseDescription.utf8) == value, "\(file)")
                count += 1
            }
        }
        #expect(count > 1000)
    }

    private func decode(_ bytes: [UInt8]) throws -> Frame {
        var decoder = FrameDecoder()
        decoder.append(bytes)
        return try #require(try decoder.next())
    }

    private func expect(_ frame: Frame, equals message: Recording.Message, _ file: String) throws {
        let header = message.header
        #expect(frame.code == header["code"]?.int, "\(file)")
        #expect(Int(frame.opaque) == header["opaque"]?.int, "\(file)")
        #expect(frame.version == header["version"]?.int, "\(file)")
        #expect(frame.language.name == header["language"]?.string, "\(file)")
        #expect(Int(frame.flag) == header["flag"]?.int, "\(file)")
        #expect(frame.remark == header["remark"]?.string, "\(file)")
        #expect(frame.fields.count == header["extFields"]?.members?.count ?? 0, "\(file)")
        #expect(frame.body == message.bodyBytes, "\(file)")
    }
}
