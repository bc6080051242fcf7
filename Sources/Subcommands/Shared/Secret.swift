internal import AdminClient
internal import CommandKit
internal import Glibc

/// A password or a secret key: on the command line, where every user of the machine can see it, or in a file.
enum Secret: Sendable {
    case text(SecretText)
    case file(SecretFile)

    /// The secret itself; throws `FileError`, or a `UsageError` where there is none.
    func read() throws -> String {
        let text =
            switch self {
            case .text(let text): text.argument?.trimmed ?? ""
            case .file(let file): try file.firstLine().trimmed
            }
        if text.isEmpty { throw UsageError("a secret must not be empty") }
        return text
    }
}

/// A secret on the command line.
struct SecretText: ArgumentValue {
    static let kind: ValueKind = {
        var kind = String.kind
        kind.isSecret = true
        return kind
    }()
    let argument: String?
    init(argument: String) { self.argument = argument }
}

/// A file whose first line is a secret.
struct SecretFile: ArgumentValue {
    static let kind = ValueKind("file", completion: .file)
    let path: String
    init(argument: String) { path = argument }
    var argument: String? { path }

    /// Longer than any secret that a server takes, in bytes.
    private static let limit = 4096

    func firstLine() throws(FileError) -> String {
        guard let file = fopen(path, "re") else { throw FileError(unreadable: path, String(cString: strerror(errno))) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Self.limit)
        let count = fread(&bytes, 1, bytes.count, file)
        guard ferror(file) == 0 else { throw FileError(unreadable: path, "it is no file to read from") }
        return String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}

/// Does `work`; a server that repeats the secret in its refusal does not get it onto the screen.
func hiding<Value>(_ secret: String?, _ work: () async throws -> Value) async throws -> Value {
    do { return try await work() } catch var error as BrokerError {
        if let secret { error.remark = error.remark.hiding(secret) }
        throw error
    }
}

extension String {
    /// The text with `***` in each place where `secret` stands.
    func hiding(_ secret: String) -> String {
        let (text, secret) = (Array(utf8), Array(secret.utf8))
        guard !secret.isEmpty else { return self }
        var shown: [UInt8] = []
        var place = 0
        while place < text.count {
            if text[place...].starts(with: secret) {
                shown += Array("***".utf8)
                place += secret.count
            } else {
                shown.append(text[place])
                place += 1
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }
}
