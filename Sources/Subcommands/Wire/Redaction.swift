internal import CommandKit
internal import LooseJSON
internal import Remoting

/// What must not be shown of a frame: signatures, secret keys and passwords.
enum Redaction {
    static let mark = "<redacted>"

    /// The frame without its secrets; a body without any stays as it is, byte by byte.
    static func redacted(_ frame: Frame) -> Frame {
        var frame = frame
        for (name, value) in frame.fields where hides(name) && !value.isEmpty { frame.fields[name] = mark }
        if let json = try? JSON(parsing: frame.body), let shown = redacted(json) {
            frame.body = Array(shown.looseDescription.utf8)
        } else if let shown = redacted(properties: frame.body) {
            frame.body = shown
        }
        return frame
    }

    private static func hides(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["signature", "securitytoken"].contains(name)
            || ["password", "secret", "credential"].contains { name.holds($0) }
    }

    /// The value without its secrets, or nil when it has none.
    private static func redacted(_ value: JSON) -> JSON? {
        switch value {
        case .array(let items):
            let shown = items.map(redacted)
            return shown.contains { $0 != nil } ? .array(zip(items, shown).map { $1 ?? $0 }) : nil
        case .object(let members):
            let shown = members.map(redacted)
            return shown.contains { $0 != nil } ? .object(zip(members, shown).map { $1 ?? $0 }) : nil
        default: return nil
        }
    }

    private static func redacted(_ member: JSON.Member) -> JSON.Member? {
        if case .string(let name) = member.key, hides(name), !member.value.isNull {
            return JSON.Member(member.key, .string(mark))
        }
        return redacted(member.value).map { JSON.Member(member.key, $0) }
    }

    /// The lines of a server's configuration without their secrets, or nil when there are none.
    private static func redacted(properties body: [UInt8]) -> [UInt8]? {
        var isChanged = false
        let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            guard let end = line.firstIndex(of: UInt8(ascii: "=")), line.index(after: end) < line.endIndex,
                hides(String(decoding: line[..<end], as: UTF8.self))
            else { return line }
            isChanged = true
            return line[...end] + Array(mark.utf8)
        }
        return isChanged ? Array(lines.joined(separator: [UInt8(ascii: "\n")])) : nil
    }
}
