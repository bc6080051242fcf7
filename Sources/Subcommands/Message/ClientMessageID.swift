import AdminProtocol
import CommandKit
import Glibc

/// The id that a client gave a message (`MessageClientIDSetter.java`): address, process, a number of the process, time
/// since the month began, and a counter.
struct ClientMessageID: ArgumentValue {
    static let kind = ValueKind("id", expects: "a message id: 32 or 56 hexadecimal digits")
    private let bytes: [UInt8]

    init(argument: String) throws(MalformedValue) {
        guard let bytes = [UInt8](hexadecimal: argument.trimmed), bytes.count == 16 || bytes.count == 28 else {
            throw MalformedValue()
        }
        self.bytes = bytes
    }

    var argument: String? { bytes.hexadecimal }

    /// `127.0.0.1`, or eight groups of four digits (`UtilAll.ipToIPv6Str`).
    var ip: String {
        let ip = bytes.prefix(bytes.count - 12)
        if ip.count == 4 { return ip.map(String.init).joined(separator: ".") }
        let digits = Array(Array(ip).hexadecimal.lowercased())
        return stride(from: 0, to: 32, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(separator: ":")
    }

    /// The lower half of the process's number.
    var processID: Int { number(from: bytes.count - 12, 2) }

    var counter: Int { number(from: bytes.count - 2, 2) }

    /// The last moment before `now` that the id may mean, in epoch milliseconds.
    func time(before now: Int) -> Int {
        let sinceMonth = number(from: bytes.count - 6, 4)
        let time = Self.startOfMonth(now, monthsBack: 0) + sinceMonth
        return time < now ? time : Self.startOfMonth(now, monthsBack: 1) + sinceMonth
    }

    private func number(from start: Int, _ count: Int) -> Int {
        bytes[start..<(start + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func startOfMonth(_ now: Int, monthsBack: Int32) -> Int {
        var seconds = time_t(now / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        parts.tm_mon -= monthsBack
        (parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (1, 0, 0, 0, -1)
        return Int(mktime(&parts)) * 1000
    }
}
