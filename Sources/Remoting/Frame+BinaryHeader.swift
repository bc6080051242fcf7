// The ROCKETMQ coding (`RocketMQSerializable` of RocketMQ 5.3.3):
// code i16, language u8, version i16, opaque i32, flag i32, remark (i32 length), then i32 length of the fields,
// each a key (i16 length) and a value (i32 length). An empty remark stands for none.

extension Frame {
    var fitsBinaryHeader: Bool {
        Int16(exactly: code) != nil && Int16(exactly: version) != nil
            && fields.keys.allSatisfy { $0.utf8.count <= Int(Int16.max) }
    }

    func encodeBinaryHeader(into bytes: inout [UInt8]) {
        bytes.append(bigEndian: Int16(truncatingIfNeeded: code))
        bytes.append(language.rawValue)
        bytes.append(bigEndian: Int16(truncatingIfNeeded: version))
        bytes.append(bigEndian: opaque)
        bytes.append(bigEndian: flag)
        bytes.append(sized: remark ?? "", UInt32.self)
        let start = bytes.count
        bytes.append(bigEndian: UInt32(0))
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            bytes.append(sized: key, UInt16.self)
            bytes.append(sized: value, UInt32.self)
        }
        bytes.overwrite(UInt32(truncatingIfNeeded: bytes.count - start - 4), at: start)
    }

    init(binaryHeader bytes: ArraySlice<UInt8>) throws(FrameError) {
        var reader = HeaderReader(bytes: bytes)
        let code = Int(try reader.integer(Int16.self))
        let language = Language(byte: try reader.integer(UInt8.self))
        let version = Int(try reader.integer(Int16.self))
        self.init(code: code, opaque: try reader.integer(Int32.self))
        (self.language, self.version, coding) = (language, version, .rocketmq)
        kind = Kind(flag: try reader.integer(Int32.self))
        let remark = try reader.text("remark", Int32.self)
        if !remark.isEmpty { self.remark = remark }
        let length = Int(try reader.integer(Int32.self))
        guard length >= 0, length <= reader.left else { throw .headerFieldOutOfBounds("extFields", length: length) }
        guard length == reader.left else { throw .headerSizeMismatch(bytes.count) }
        while reader.left > 0 {
            let key = try reader.text("key", Int16.self)
            fields[key] = try reader.text(key, Int32.self)
        }
    }
}

/// Reads the parts of a binary header, none of which may pass its end.
private struct HeaderReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(bytes: ArraySlice<UInt8>) { (self.bytes, index) = (bytes, bytes.startIndex) }

    var left: Int { bytes.endIndex - index }

    mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws(FrameError) -> Value {
        let size = Value.bitWidth / 8
        guard left >= size else { throw .headerSizeMismatch(bytes.count) }
        defer { index += size }
        return bytes[index..<(index + size)].reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }

    /// A text after its length.
    mutating func text<Length: FixedWidthInteger>(_ name: String, _ type: Length.Type) throws(FrameError) -> String {
        let length = Int(try integer(Length.self))
        guard length >= 0, length <= left else { throw .headerFieldOutOfBounds(name, length: length) }
        defer { index += length }
        return String(decoding: bytes[index..<(index + length)], as: UTF8.self)
    }
}
