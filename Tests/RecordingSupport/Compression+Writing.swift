import CLZ4
import CZstd
public import Remoting
import Testing

extension Compression {
    /// The compressed form of a body as other clients write it, where the tool itself writes zlib alone.
    ///
    /// The level, 1 to 9, does not count for LZ4.
    public func compressed(_ bytes: [UInt8], level: Int = 5) throws -> [UInt8] {
        switch self {
        case .lz4: try Self.lz4(bytes)
        case .zstd: try Self.zstd(bytes, level: level)
        case .zlib: try Zlib.compressed(bytes, level: level)
        }
    }

    private static func zstd(_ bytes: [UInt8], level: Int) throws -> [UInt8] {
        var result = 0
        let output = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, used in
            result = ZSTD_compress(buffer.baseAddress, buffer.count, bytes, bytes.count, Int32(level))
            used = ZSTD_isError(result) == 0 ? result : 0
        }
        try #require(ZSTD_isError(result) == 0)
        return output
    }

    /// Compresses in the fast mode, the only one that RocketMQ uses; its reader refuses blocks that refer to others.
    private static func lz4(_ bytes: [UInt8]) throws -> [UInt8] {
        var preferences = LZ4F_preferences_t()
        preferences.frameInfo.blockMode = LZ4F_blockIndependent
        var result = 0
        let bound = LZ4F_compressFrameBound(bytes.count, &preferences)
        let output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, used in
            result = LZ4F_compressFrame(buffer.baseAddress, buffer.count, bytes, bytes.count, &preferences)
            used = LZ4F_isError(result) == 0 ? result : 0
        }
        try #require(LZ4F_isError(result) == 0)
        return output
    }
}
