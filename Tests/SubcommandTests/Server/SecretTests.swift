import AdminClient
import AdminProtocol
import CommandKit
import Foundation
import Testing

@testable import Subcommands

@Suite struct SecretTests {
    @Test(arguments: [
        ("secretKey=abc is too short", "secretKey=*** is too short"), ("abcabc", "******"), ("ab", "ab"),
        ("aabc", "a***"), ("", ""),
    ])
    func `what a server says of a secret is shown without it`(_ text: String, _ shown: String) {
        #expect(text.hiding("abc") == shown)
    }

    @Test func `an empty secret hides nothing`() { #expect("text".hiding("") == "text") }

    @Test(arguments: ["createUser -b a:1 -u u -p my secret", "updateUser -b a:1 -u u -p my secret"])
    func `a usage error does not repeat what may be a part of a secret`(_ line: String) {
        let error = #expect(throws: UsageError.self) {
            try catalog.parse(line.split(separator: " ").map(String.init))
        }
        #expect(error.map { "\($0)" }?.contains("secret with blanks") == true)
        #expect(error.map { "\($0)" }?.contains("my") == false)
    }

    @Test func `a refusal that repeats the secret does not come out`() async throws {
        let address = try #require(PeerAddress("127.0.0.1:10911"))
        let refusal = BrokerError(address: address, request: 50, code: 209, remark: "The secretKey=app12 is bad")
        let error = await #expect(throws: BrokerError.self) { try await hiding("app12") { throw refusal } }
        #expect(error?.remark == "The secretKey=*** is bad")
    }

    @Test(arguments: ["pass word\n", "pass word", "  pass word \r\nsecond line\n"])
    func `a secret is the first line of its file`(_ text: String) throws {
        let path = try Self.file(Array(text.utf8))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Secret.file(SecretFile(argument: path)).read() == "pass word")
    }

    @Test(arguments: ["", "\n", "\nsecond line"])
    func `an empty secret is an error`(_ text: String) throws {
        let path = try Self.file(Array(text.utf8))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: UsageError.self) { try Secret.file(SecretFile(argument: path)).read() }
        #expect(throws: UsageError.self) { try Secret.text(SecretText(argument: " ")).read() }
    }

    @Test(arguments: ["/nonexistent/secret", "/"])
    func `a file that cannot be read is named`(_ path: String) {
        let error = #expect(throws: FileError.self) { try Secret.file(SecretFile(argument: path)).read() }
        #expect(error?.description.hasPrefix("cannot read \(path): ") == true)
    }

    private static func file(_ bytes: [UInt8]) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)").path()
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }
}
