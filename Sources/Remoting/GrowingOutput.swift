/// The output of a decompressor: grows piece by piece, up to a limit.
struct GrowingOutput {
    private(set) var bytes: [UInt8] = []
    private let limit: Int
    private let chunk: Int

    init(limit: Int, inputCount: Int) {
        self.limit = max(0, limit)
        chunk = max(1024, min(inputCount * 4, 1 << 17))
    }

    /// Lets `body` fill a piece and say how much it filled, and what it has to say besides.
    ///
    /// The piece has room for one byte more than the limit: only then can data that fits exactly be told from data that
    /// does not.
    mutating func fill<Result>(
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(CompressionError) -> (filled: Int, Result)
    ) throws(CompressionError) -> Result {
        let room = min(chunk, limit - bytes.count + 1)
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: room))
        let (filled, result) = try bytes.withUnsafeMutableBufferPointer { (all) throws(CompressionError) in
            try body(UnsafeMutableBufferPointer(rebasing: all[start...]))
        }
        bytes.removeLast(room - filled)
        guard bytes.count <= limit else { throw .tooLong(limit: limit) }
        return result
    }
}
