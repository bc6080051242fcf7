import CommandKit
import Glibc

/// A moment on the command line: epoch milliseconds, or local time as `2026-11-20#10:44:47:903`.
struct Timestamp: ArgumentValue {
    static let kind = ValueKind(
        "time", expects: "a time: epoch milliseconds, or yyyy-MM-dd#HH:mm:ss:SSS in local time")

    /// Epoch milliseconds.
    let milliseconds: Int

    init(argument: String) throws(MalformedValue) {
        let text = argument.trimmed
        guard let milliseconds = Int(text) ?? Self.milliseconds(ofLocal: text) else { throw MalformedValue() }
        self.milliseconds = milliseconds
    }

    var argument: String? { "\(milliseconds)" }

    /// Reads `yyyy-MM-dd#HH:mm:ss:SSS`.
    private static func milliseconds(ofLocal text: String) -> Int? {
        let halves = text.split(separator: "#", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let date = halves[0].split(separator: "-", omittingEmptySubsequences: false).compactMap { Int32($0) }
        let time = halves[1].split(separator: ":", omittingEmptySubsequences: false).compactMap { Int32($0) }
        guard date.count == 3, time.count == 4, (1...12).contains(date[1]), (1...31).contains(date[2]),
            (1970...9999).contains(date[0]), (0...23).contains(time[0]), (0...59).contains(time[1]),
            (0...59).contains(time[2]), (0...999).contains(time[3])
        else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (date[0] - 1900, date[1] - 1, date[2])
        (parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (time[0], time[1], time[2], -1)
        return Int(mktime(&parts)) * 1000 + Int(time[3])
    }
}
