internal import CommandKit
internal import Glibc

/// A point in time as RocketMQ's tool reads it: `now`, epoch milliseconds, or `yyyy-MM-dd#HH:mm:ss:SSS` in the time zone
/// of the machine.
struct Moment: ArgumentValue, Equatable {
    static let kind = ValueKind("time", expects: "now, epoch milliseconds, or a time such as 2026-11-20#10:44:47:000")

    /// What the user typed.
    let text: String
    /// Epoch milliseconds; nil for now.
    let milliseconds: Int?

    init(argument: String) throws(MalformedValue) {
        text = argument.trimmed
        if text == "now" {
            milliseconds = nil
        } else if let number = Int(text) {
            milliseconds = number
        } else if let time = localTime(text) {
            milliseconds = time
        } else {
            throw MalformedValue()
        }
    }

    var argument: String? { text }
}

/// Epoch milliseconds of `yyyy-MM-dd#HH:mm:ss:SSS`; nil for other texts and for days that the calendar does not have.
private func localTime(_ text: String) -> Int? {
    let fields = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "#" || $0 == ":" }
    let numbers = fields.compactMap { field in field.allSatisfy(\.isASCII) ? Int32(field) : nil }
    guard fields.count == 7, numbers.count == 7, text.filter({ !$0.isNumber }) == "--#:::" else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    // The time zone's rules, not the caller, know whether clocks are shifted then.
    parts.tm_isdst = -1
    let asked = parts
    let seconds = mktime(&parts)
    guard parts.tm_mon == asked.tm_mon, parts.tm_mday == asked.tm_mday, parts.tm_min == asked.tm_min,
        parts.tm_sec == asked.tm_sec, (0..<24).contains(numbers[3]), (0..<1000).contains(numbers[6])
    else { return nil }
    return seconds * 1000 + Int(numbers[6])
}
