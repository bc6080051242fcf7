/// Searching for texts in texts; the toolchain's own way would link its regular expressions into the binary.
extension String {
    /// The pieces between the places where `separator`, which is not empty, stands.
    func pieces(between separator: String) -> [String] {
        let (text, wanted) = (Array(utf8), Array(separator.utf8))
        var pieces: [String] = []
        var (start, index) = (0, 0)
        while index + wanted.count <= text.count {
            if text[index..<(index + wanted.count)].elementsEqual(wanted) {
                pieces.append(String(decoding: text[start..<index], as: UTF8.self))
                index += wanted.count
                start = index
            } else {
                index += 1
            }
        }
        return pieces + [String(decoding: text[start...], as: UTF8.self)]
    }

    func replacing(_ part: String, by other: String) -> String { pieces(between: part).joined(separator: other) }

    /// Whether `part` stands in it.
    public func holds(_ part: String) -> Bool { pieces(between: part).count > 1 }
}
