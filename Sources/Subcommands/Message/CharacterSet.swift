import CommandKit
import Glibc

/// The character set of messages' bodies: any that the C library knows.
struct CharacterSet: ArgumentValue {
    static let kind = ValueKind("charset", expects: "the name of a character set, such as UTF-8 or GBK")
    static let utf8 = CharacterSet(name: "UTF-8")

    let name: String

    private init(name: String) { self.name = name }

    init(argument: String) throws(MalformedValue) {
        name = argument.trimmed
        guard let converter = converter() else { throw MalformedValue() }
        iconv_close(converter)
    }

    var argument: String? { name }

    /// The text of a body; what is no character of the set becomes U+FFFD.
    func text(of bytes: [UInt8]) -> String {
        guard !isUTF8, let converter = converter() else { return String(decoding: bytes, as: UTF8.self) }
        defer { iconv_close(converter) }
        var text: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let taken = convert(rest, with: converter, into: &text)
            rest = rest.dropFirst(taken)
            guard !rest.isEmpty, taken == 0 else { continue }
            text += "\u{fffd}".utf8
            rest = rest.dropFirst()
        }
        return String(decoding: text, as: UTF8.self)
    }

    private var isUTF8: Bool { ["utf-8", "utf8"].contains(name.lowercased()) }

    private func converter() -> iconv_t? {
        let converter = iconv_open("UTF-8", name)
        return converter == iconv_t(bitPattern: -1) ? nil : converter
    }

    /// Converts a part of `bytes`, and returns how many of them.
    private func convert(_ bytes: ArraySlice<UInt8>, with converter: iconv_t, into text: inout [UInt8]) -> Int {
        var input = bytes.prefix(4096).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 4 * input.count)
        var (inputLeft, outputLeft) = (input.count, output.count)
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                iconv(converter, &from, &inputLeft, &to, &outputLeft)
            }
        }
        text += output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
        return input.count - inputLeft
    }
}
