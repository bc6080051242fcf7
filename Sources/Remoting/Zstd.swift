import CZstd

enum Zstd {
    /// Reads any number of frames one after the other, as `ZstdInputStream` does.
    static func decompressed(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        guard let stream = ZSTD_createDStream() else { throw .malformed(.zstd, "out of memory") }
        defer { ZSTD_freeDStream(stream) }
        // A frame may ask for a window of 128 MiB before it has shown a single byte.
        try check(ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, windowLog(limit)))
        var output = GrowingOutput(limit: limit, inputCount: bytes.count)
        return try bytes.withUnsafeBufferPointer { (input) throws(CompressionError) in
            var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
            while true {
                let (hint, full) = try output.fill { (piece) throws(CompressionError) in
                    var target = ZSTD_outBuffer(dst: piece.baseAddress, size: piece.count, pos: 0)
                    let hint = ZSTD_decompressStream(stream, &target, &source)
                    try check(hint)
                    return (target.pos, (hint, target.pos == target.size))
                }
                guard source.pos == source.size else { continue }
                if hint == 0 { return output.bytes }
                guard full else { throw .truncated(.zstd) }
            }
        }
    }

    /// A window as large as the largest body, and at least the 8 MiB of the format's recommendation (RFC 8878).
    private static func windowLog(_ limit: Int) -> Int32 {
        Int32(min(max(23, Int.bitWidth - max(1, limit).leadingZeroBitCount), 27))
    }

    private static func check(_ result: Int) throws(CompressionError) {
        guard ZSTD_isError(result) == 0 else { throw .malformed(.zstd, String(cString: ZSTD_getErrorName(result))) }
    }
}
