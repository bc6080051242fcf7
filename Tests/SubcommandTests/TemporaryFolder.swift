import Foundation

/// A folder below /tmp that lasts as long as `body`.
func withTemporaryFolder(_ body: (String) async throws -> Void) async throws {
    let path = "/tmp/mqadmin-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
}

/// The text of a file; nil when there is none.
func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
}

/// The names in a folder, sorted.
func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}
