extension String {
    /// Without blanks and line ends at both ends, as Java's `trim`.
    func trimmingBlanks() -> String {
        var text = Substring(self).unicodeScalars
        while let first = text.first, first.value <= 0x20 { text.removeFirst() }
        while let last = text.last, last.value <= 0x20 { text.removeLast() }
        return String(text)
    }

    /// Without the one or two hyphens an option begins with.
    func withoutHyphens() -> String {
        let scalars = unicodeScalars
        return String(scalars.dropFirst(min(2, scalars.prefix { $0 == "-" }.count)))
    }

    /// What is before the first `=` and what is after it; no value without one.
    func splitAtEquals() -> (name: String, value: String?) {
        let scalars = unicodeScalars
        guard let index = scalars.firstIndex(of: "=") else { return (String(self), nil) }
        return (String(scalars[..<index]), String(scalars[scalars.index(after: index)...]))
    }

    /// Without one pair of double quotes around it, unless more are inside: commons-cli 1.5.
    func withoutQuotes() -> String {
        let scalars = unicodeScalars
        guard scalars.count > 1, scalars.first == "\"", scalars.last == "\"" else { return String(self) }
        let inner = scalars.dropFirst().dropLast()
        return inner.contains("\"") ? String(self) : String(inner)
    }

    /// Without a double quote at either end: commons-cli 1.2.
    func strippingQuotes() -> String {
        var scalars = Substring(self).unicodeScalars
        if scalars.first == "\"" { scalars.removeFirst() }
        if scalars.last == "\"" { scalars.removeLast() }
        return String(scalars)
    }

    /// Whether it is a hyphen and a number.
    var isNegativeNumber: Bool {
        let digits = dropFirst()
        guard first == "-", let start = digits.first, start.isASCII, start.isNumber || start == "." else {
            return false
        }
        return Double(String(digits)) != nil
    }
}

extension Collection<String> {
    /// `a, b and c` with the conjunction given.
    func listed(_ conjunction: String) -> String {
        let texts = Array(self)
        guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }
}
