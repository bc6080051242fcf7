import RecordingSupport

/// Makes hostile bytes of good ones.
struct Mutator {
    var generator: SeededGenerator

    /// Bytes that decoders treat specially: brackets, quotes, signs of lengths.
    private static let favourites: [UInt8] = Array("{}[]\"':,\\ux09-eE".utf8) + [0, 1, 2, 0x7f, 0x80, 0xff]

    /// One of the seeds with a few changes, or, now and then, plain noise.
    mutating func input(from seeds: [[UInt8]]) -> [UInt8] {
        guard Int.random(in: 0..<16, using: &generator) > 0, var bytes = seeds.randomElement(using: &generator) else {
            return noise()
        }
        for _ in 0...Int.random(in: 0..<8, using: &generator) { change(&bytes, seeds) }
        return bytes
    }

    private mutating func noise() -> [UInt8] {
        (0..<Int.random(in: 0..<300, using: &generator)).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    private mutating func place(_ bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &generator) }

    private mutating func change(_ bytes: inout [UInt8], _ seeds: [[UInt8]]) {
        let place = place(bytes)
        let end = min(bytes.count, place + Int.random(in: 0..<32, using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1 where place < bytes.count: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 2 where place < bytes.count: bytes[place] = Mutator.favourites.randomElement(using: &generator) ?? 0
        case 3: bytes.insert(Mutator.favourites.randomElement(using: &generator) ?? 0, at: place)
        case 4: bytes.removeSubrange(place..<end)
        case 5: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 6 where bytes.count >= place + 4: bytes.replaceSubrange(place..<(place + 4), with: length())
        default: splice(&bytes, place, seeds)
        }
    }

    /// A length that is likely to hurt.
    private mutating func length() -> [UInt8] {
        let lengths: [UInt32] = [0, 1, 4, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0xff_ffff, 0x100, 0x1_0000]
        let word = lengths.randomElement(using: &generator) ?? 0
        return (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }

    /// The beginning of these bytes and the end of others; or deep nesting.
    private mutating func splice(_ bytes: inout [UInt8], _ place: Int, _ seeds: [[UInt8]]) {
        let other = seeds.randomElement(using: &generator) ?? []
        if Int.random(in: 0..<16, using: &generator) == 0 {
            bytes.insert(contentsOf: repeatElement(0x5b, count: 5000), at: place)
        } else {
            bytes = Array(bytes[..<place] + other[self.place(other)...])
        }
    }
}
