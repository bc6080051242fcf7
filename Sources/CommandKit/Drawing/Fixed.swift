extension Double {
    /// With so many decimals, as Java's `%.2f` has it: the shortest decimal form, rounded half up.
    ///
    /// C rounds the binary value instead, and prints 1.00 for 1.005 where Java prints 1.01.
    public func fixed(_ decimals: Int) -> String {
        guard isFinite else { return isNaN ? "NaN" : self < 0 ? "-Infinity" : "Infinity" }
        // Most figures of a cluster are whole, and many are nothing at all.
        if magnitude < 1e15, self == rounded() {
            let whole = (sign == .minus ? "-" : "") + String(Int(magnitude))
            return decimals == 0 ? whole : whole + "." + String(repeating: "0", count: decimals)
        }
        var (digits, point) = magnitude.decimalDigits
        let kept = point + decimals
        if kept < 0 {
            digits = []
        } else if kept < digits.count {
            let roundsUp = digits[kept] >= 5
            digits.removeSubrange(kept...)
            if roundsUp { point += digits.increment() }
        }
        let whole = point <= 0 ? [] : (0..<point).map { $0 < digits.count ? digits[$0] : 0 }
        let fraction = (0..<decimals).map { index in
            let place = point + index
            return place >= 0 && place < digits.count ? digits[place] : 0
        }
        let sign = sign == .minus ? "-" : ""
        let text = whole.isEmpty ? "0" : whole.map(String.init).joined()
        return sign + text + (decimals == 0 ? "" : "." + fraction.map(String.init).joined())
    }

    /// The digits of the shortest decimal form, and where among them the point is.
    private var decimalDigits: (digits: [Int], point: Int) {
        let parts = description.split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".")
        let digits = mantissa.joined().compactMap(\.wholeNumberValue)
        let zeros = digits.prefix { $0 == 0 }.count
        return (Array(digits.dropFirst(zeros)), mantissa[0].count + exponent - zeros)
    }
}

extension [Int] {
    /// Adds one to the last digit; returns 1 where that makes the number one digit longer.
    fileprivate mutating func increment() -> Int {
        for index in indices.reversed() {
            self[index] += 1
            if self[index] < 10 { return 0 }
            self[index] = 0
        }
        insert(1, at: 0)
        return 1
    }
}
