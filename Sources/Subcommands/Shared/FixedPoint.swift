/// Numbers with a fixed count of decimals, as Java's `%.2f` writes them.
///
/// Java rounds the shortest decimal text of the number, half up; C rounds its binary value. 1.005 is 1.01 in Java.
func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity" }
    // Most figures of a cluster are whole, and many are nothing at all.
    if value.magnitude < 1e15, value == value.rounded() {
        let whole = (value.sign == .minus ? "-" : "") + String(Int(value.magnitude))
        return decimals == 0 ? whole : whole + "." + String(repeating: "0", count: decimals)
    }
    var (digits, point) = decimalDigits(of: value.magnitude)
    let kept = point + decimals
    if kept < 0 {
        digits = []
    } else if kept < digits.count {
        let roundsUp = digits[kept] >= 5
        digits = Array(digits[..<kept])
        if roundsUp, increment(&digits) { point += 1 }
    }
    let whole = point > 0 ? text(digits.prefix(point), padded: point) : "0"
    let fraction = Array(repeating: UInt8(0), count: max(0, min(-point, decimals))) + digits.dropFirst(max(0, point))
    let sign = value.sign == .minus ? "-" : ""
    return sign + whole + (decimals == 0 ? "" : "." + text(fraction.prefix(decimals), padded: decimals))
}

/// The digits of the shortest text that reads back as `value`, and how many of them stand before the point.
private func decimalDigits(of value: Double) -> (digits: [UInt8], point: Int) {
    let parts = value.description.split(separator: "e")
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count == 2 ? mantissa[1] : ""
    var digits = (mantissa[0] + fraction).utf8.map { $0 - UInt8(ascii: "0") }
    var point = mantissa[0].count + exponent
    while digits.count > 1, digits[0] == 0 {
        digits.removeFirst()
        point -= 1
    }
    return (digits, point)
}

/// Adds one to the last digit; true when the number grew by a digit.
private func increment(_ digits: inout [UInt8]) -> Bool {
    for index in digits.indices.reversed() {
        if digits[index] < 9 {
            digits[index] += 1
            return false
        }
        digits[index] = 0
    }
    digits.insert(1, at: 0)
    return true
}

private func text(_ digits: ArraySlice<UInt8>, padded count: Int) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        + String(repeating: "0", count: max(0, count - digits.count))
}
