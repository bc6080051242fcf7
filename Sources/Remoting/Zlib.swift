import CZlib

/// What RocketMQ compresses bodies with unless it is told otherwise.
public enum Zlib {
    /// The compressed form of a body, at a level from 1, fast, to 9, small, where RocketMQ's own is 5.
    public static func compressed(_ bytes: [UInt8], level: Int = 5) throws(CompressionError) -> [UInt8] {
        var count = compressBound(UInt(bytes.count))
        var status = Z_OK
        let output = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, used in
            let level = Int32(min(max(level, 1), 9))
            status = compress2(buffer.baseAddress, &count, bytes, UInt(bytes.count), level)
            used = status == Z_OK ? Int(count) : 0
        }
        guard status == Z_OK else { throw .malformed(.zlib, String(cString: zError(status))) }
        return output
    }

    /// Bytes after the end of the data are ignored, as Java's `InflaterInputStream` does.
    static func decompressed(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        var stream = z_stream()
        let status = inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw .malformed(.zlib, String(cString: zError(status))) }
        defer { inflateEnd(&stream) }
        var output = GrowingOutput(limit: limit, inputCount: bytes.count)
        var input = bytes
        return try input.withUnsafeMutableBufferPointer { (input) throws(CompressionError) in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(truncatingIfNeeded: input.count)
            while true {
                let status = try output.fill { (piece) throws(CompressionError) in try inflatePiece(&stream, piece) }
                if status == Z_STREAM_END { return output.bytes }
            }
        }
    }

    private static func inflatePiece(
        _ stream: inout z_stream, _ piece: UnsafeMutableBufferPointer<UInt8>
    ) throws(CompressionError) -> (filled: Int, Int32) {
        stream.next_out = piece.baseAddress
        stream.avail_out = UInt32(piece.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        let filled = piece.count - Int(stream.avail_out)
        switch status {
        case Z_STREAM_END: return (filled, status)
        case Z_OK where filled > 0 || stream.avail_in > 0: return (filled, status)
        case Z_OK, Z_BUF_ERROR: throw .truncated(.zlib)
        default: throw .malformed(.zlib, stream.msg.map { String(cString: $0) } ?? String(cString: zError(status)))
        }
    }
}
