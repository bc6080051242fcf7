/// How a message's body is compressed; the raw value is `CompressionType` of RocketMQ 5.3.3, which stands in bits 8 to 10
/// of a message's system flag.
public enum Compression: UInt8, Sendable, CaseIterable {
    /// The LZ4 frame format.
    case lz4 = 1
    case zstd = 2
    case zlib = 3

    /// The compression of a value on the wire: 0, which 4.x writes, means zlib; nil from 4 on.
    public init?(wireValue: Int) {
        switch wireValue {
        case 0: self = .zlib
        case 1...3: self.init(rawValue: UInt8(wireValue))
        default: return nil
        }
    }

    /// The body that was compressed; never more than `limit` bytes of it, whatever the input claims.
    public func decompressed(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        switch self {
        case .lz4: try LZ4.decompressed(bytes, limit: limit)
        case .zstd: try Zstd.decompressed(bytes, limit: limit)
        case .zlib: try Zlib.decompressed(bytes, limit: limit)
        }
    }
}

/// Why a body cannot be compressed or decompressed.
public enum CompressionError: Error, Equatable {
    /// The decompressed body is longer than the caller allows.
    case tooLong(limit: Int)
    /// The data ends before the body does.
    case truncated(Compression)
    /// The library's own word for what is wrong.
    case malformed(Compression, String)
}

extension CompressionError: CustomStringConvertible {
    /// One line for a person.
    public var description: String {
        switch self {
        case .tooLong(let limit): "the decompressed body is longer than \(limit) bytes"
        case .truncated(let compression): "the \(compression) data ends too early"
        case .malformed(let compression, let reason): "the \(compression) data is malformed: \(reason)"
        }
    }
}
