public import CommandKit
internal import Glibc

/// Where a secret is: a file and a command line hold that, and never the secret.
public struct SecretReference: ArgumentValue, CustomStringConvertible {
    public static let kind: ValueKind = {
        var kind = ValueKind(
            "reference",
            expects: "env:VARIABLE, file:PATH or cmd:COMMAND; a secret itself would be there for all to see")
        // Somebody may have typed the secret.
        kind.isSecret = true
        return kind
    }()

    /// How a secret is got at.
    enum Place: String {
        case env, file, cmd
    }

    let place: Place
    /// The variable, path or command.
    let name: String

    public init(argument: String) throws(MalformedValue) {
        let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let place = Place(rawValue: parts[0]), !parts[1].trimmed.isEmpty else {
            throw MalformedValue()
        }
        (self.place, name) = (place, parts[1].trimmed)
    }

    public var description: String { "\(place.rawValue):\(name)" }
    public var argument: String? { description }

    /// The secret itself; throws a `UsageError` that names the reference where there is none.
    func resolve(_ environment: (String) -> String?) throws -> String {
        let text: String
        switch place {
        case .env: text = environment(name) ?? ""
        case .file:
            let home = environment("HOME") ?? ""
            text = try SecretFile(argument: name.hasPrefix("~/") ? home + name.dropFirst() : name).firstLine()
        case .cmd: text = try Self.output(of: name)
        }
        if text.trimmed.isEmpty { throw UsageError("\(self): there is nothing in it") }
        return text.trimmed
    }

    /// The first line of what a command prints; it may talk to the user, as password stores do.
    private static func output(of command: String) throws(UsageError) -> String {
        guard let pipe = popen(command, "re") else { throw UsageError("cmd:\(command): it cannot be run") }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, pipe)
        let status = pclose(pipe)
        // What prints more than is read here may be told so by a signal; its first line is good.
        guard status == 0 || count == bytes.count else { throw UsageError("cmd:\(command): it failed") }
        return String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
