extension [UInt8] {
    mutating func append<Value: FixedWidthInteger>(bigEndian value: Value) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }

    /// A text after its length in bytes; the caller has checked that the length fits.
    mutating func append<Length: FixedWidthInteger>(sized text: String, _ type: Length.Type) {
        append(bigEndian: Length(truncatingIfNeeded: text.utf8.count))
        append(contentsOf: text.utf8)
    }

    mutating func overwrite(_ word: UInt32, at index: Int) {
        Swift.withUnsafeBytes(of: word.bigEndian) { replaceSubrange(index..<(index + 4), with: $0) }
    }

    func bigEndianWord(at index: Int) -> UInt32 {
        UInt32(self[index]) << 24 | UInt32(self[index + 1]) << 16
            | UInt32(self[index + 2]) << 8 | UInt32(self[index + 3])
    }
}
