/// What Tab puts in the place of what was typed.
struct Insertion: Equatable {
    var text: String
    /// Whether a word is complete.
    var isWhole: Bool
    /// What to list where several words are left; none where `text` says more than what was typed.
    var list: [String] = []

    /// Nil where nothing fits.
    init?(_ offers: Completer.Offers) {
        guard let first = offers.words.first else { return nil }
        if offers.words.count == 1 {
            isWhole = !(offers.areFiles && first.hasSuffix("/")) && !first.hasSuffix("=")
            text = first.quoted(isOpen: !isWhole) + (isWhole ? " " : "")
            return
        }
        let common = offers.words.dropFirst().reduce(first) { $0.commonStart(with: $1) }
        isWhole = false
        text = (common.utf8.count >= offers.typed.utf8.count ? common : offers.typed).quoted(isOpen: true)
        if common.utf8.count <= offers.typed.utf8.count { list = offers.words }
    }
}

extension String {
    /// What both begin with, ignoring the case of ASCII letters; whole characters, as this string has them.
    func commonStart(with other: String) -> String {
        String(
            zip(self, other).prefix { $0.0 == $0.1 || String($0.0).lowercased() == String($0.1).lowercased() }.map(\.0))
    }

    /// As it has to be typed: in single quotes where it means something to the shell's language.
    ///
    /// An open one lacks the last quote, so that typing can go on.
    func quoted(isOpen: Bool = false) -> String {
        let isPlain = unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x7f || scalar.isName || "%+-_./:@=,~^[]{}*?".unicodeScalars.contains(scalar)
        }
        if isPlain { return self }
        let inner = split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        return "'" + inner + (isOpen ? "" : "'")
    }
}
