import AdminProtocol
import CommandKit
import Remoting

/// A message's body, opened, and the file that it was written to.
struct MessageBody: Sendable {
    var bytes: [UInt8]
    var wasCompressed: Bool
    /// The file, once it is written.
    var path: String?

    /// Where RocketMQ's tool writes bodies.
    static let folder = "/tmp/rocketmq/msgbodys"

    /// A body that cannot be opened stays as it is stored.
    init(_ message: StoredMessage) {
        let content = try? message.content()
        bytes = content ?? message.body
        wasCompressed = content != nil && message.compression != nil
    }

    /// The body as text; nil when it is not UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }

    var base64: String { bytes.base64 }

    /// Writes the body to a file named after the message; returns what went wrong.
    mutating func save(as message: StoredMessage, _ suffix: String = "") -> FileError? {
        let id = message.uniqueKey ?? message.offsetID
        // The client chose this name: one that could lead out of the folder is not used.
        let isPlain = !id.isEmpty && id.utf8.allSatisfy { Character(Unicode.Scalar($0)).isPlain } && id.first != "."
        let name = isPlain ? id : message.offsetID
        do throws(FileError) {
            path = try PrivateFile.write(bytes, named: name + suffix, in: Self.folder)
            return nil
        } catch { return error }
    }
}

extension Character {
    fileprivate var isPlain: Bool { isASCII && (isLetter || isNumber || self == "-" || self == "_" || self == ".") }
}

extension [UInt8] {
    /// RFC 4648.
    var base64: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: count, by: 3) {
            let group = (0..<3).map { start + $0 < count ? UInt32(self[start + $0]) : 0 }
            let bits = group[0] << 16 | group[1] << 8 | group[2]
            for place in 0..<4 {
                let isPadding = start + place > count
                text.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
