import CLZ4

/// LZ4's frame format: RocketMQ's `Lz4Compressor` writes with `LZ4FrameOutputStream`.
enum LZ4 {
    /// Reads any number of frames one after the other, as `LZ4FrameInputStream` does.
    static func decompressed(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        var created: OpaquePointer?
        try check(LZ4F_createDecompressionContext(&created, UInt32(LZ4F_VERSION)))
        guard let context = created else { throw .malformed(.lz4, "out of memory") }
        defer { LZ4F_freeDecompressionContext(context) }
        var output = GrowingOutput(limit: limit, inputCount: bytes.count)
        return try bytes.withUnsafeBufferPointer { (input) throws(CompressionError) in
            var taken = 0
            while true {
                let (hint, full) = try output.fill { (piece) throws(CompressionError) in
                    var (filled, read) = (piece.count, input.count - taken)
                    let source = input.baseAddress.map { $0 + taken }
                    let hint = LZ4F_decompress(context, piece.baseAddress, &filled, source, &read, nil)
                    try check(hint)
                    taken += read
                    return (filled, (hint, filled == piece.count))
                }
                guard taken == input.count else { continue }
                if hint == 0 { return output.bytes }
                guard full else { throw .truncated(.lz4) }
            }
        }
    }

    private static func check(_ result: Int) throws(CompressionError) {
        guard LZ4F_isError(result) == 0 else { throw .malformed(.lz4, String(cString: LZ4F_getErrorName(result))) }
    }
}
