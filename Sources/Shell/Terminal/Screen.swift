internal import Execution
internal import Glibc

/// What `watch` shows: the terminal is cleared for each run, as much as fits on it is drawn.
enum Screen {
    static func bytes(_ title: String, _ page: [UInt8], isTerminal: Bool) -> [UInt8] {
        var now = Glibc.time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let heading = Array("\(title)  \(clock.joined(separator: ":"))\n".utf8)
        guard isTerminal, Environment["TERM"] != "dumb" else { return heading + page }
        let lines = page.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let shown = lines.prefix(Pager.rows - 2).flatMap { $0 + [UInt8(ascii: "\n")] }
        return Array("\u{1b}[H\u{1b}[2J".utf8) + heading + shown
    }
}

extension Outlet {
    func write(lines: [String]) throws { try write(Array(lines.map { $0 + "\n" }.joined().utf8)) }
}
