extension MessageProperties {
    /// One pair, and where a `HashMap` has it.
    private struct Piece {
        var bucket: Int
        var range: Range<Int>
    }

    /// The same properties in the order in which a Java `HashMap` lists them that began with this many buckets.
    ///
    /// Every message that is stored goes through here, so that bytes are moved and no text is made of them.
    public func inMapOrder(buckets start: Int) -> MessageProperties {
        let bytes = wireBytes
        var pieces = pieces(of: bytes)
        var buckets = start
        while pieces.count * 4 > buckets * 3 { buckets *= 2 }
        // Few pieces: an insertion sort, which keeps the order within a bucket.
        for place in pieces.indices {
            pieces[place].bucket &= buckets - 1
            var index = place
            while index > 0, pieces[index - 1].bucket > pieces[index].bucket {
                pieces.swapAt(index - 1, index)
                index -= 1
            }
        }
        var sorted: [UInt8] = []
        sorted.reserveCapacity(bytes.count)
        for piece in pieces {
            if !sorted.isEmpty { sorted.append(2) }
            sorted += bytes[piece.range]
        }
        return MessageProperties(wire: sorted[...])
    }

    private func pieces(of bytes: ArraySlice<UInt8>) -> [Piece] {
        var pieces: [Piece] = []
        pieces.reserveCapacity(16)
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: 2) ?? bytes.endIndex
            if let middle = bytes[start..<end].firstIndex(of: 1) {
                let hash = Self.hash(bytes[start..<middle])
                pieces.append(Piece(bucket: Int(hash ^ hash >> 16), range: start..<end))
            }
            start = end + 1
        }
        return pieces
    }

    /// `String.hashCode`.
    private static func hash(_ name: ArraySlice<UInt8>) -> UInt32 {
        var hash: UInt32 = 0
        for byte in name {
            guard byte < 128 else { return UInt32(bitPattern: JavaHash.hash(String(decoding: name, as: UTF8.self))) }
            hash = hash &* 31 &+ UInt32(byte)
        }
        return hash
    }
}
