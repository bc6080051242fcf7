import Foundation
import LooseJSON

extension Recording {
    /// Tests/Recordings, found from where this file was compiled.
    public static var folder: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Recordings").path
    }

    /// All recordings, sorted by path; read once a process.
    public static func all() throws -> [(file: String, recording: Recording)] { try loaded.get() }

    private static let loaded = Result {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        return try paths.sorted().map { (file: $0, recording: try Recording(file: $0)) }
    }

    /// A recording by its path within the folder, as in `5.3.3/topicRoute.json`.
    public init(file: String) throws {
        let data = try Data(contentsOf: URL(filePath: "\(Recording.folder)/\(file)"))
        try self.init(json: JSON(parsing: [UInt8](data)))
    }
}

extension Recording.Message {
    public var bodyBytes: [UInt8] { body.flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) } ?? [] }

    /// The frame as it was on the wire, put together here without the codec under test.
    public var wireBytes: [UInt8] {
        let header = Array(header.looseDescription.utf8)
        let body = bodyBytes
        let words = [UInt32(4 + header.count + body.count), UInt32(serialize) << 24 | UInt32(header.count)]
        return words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } } + header
            + body
    }
}
