import LooseJSON
import RecordingSupport
import Remoting

@testable import Sandbox

/// A request of a recording and its response, in the names and addresses of a sandbox.
struct Exchange: Sendable {
    var place: RecordedCluster.Place
    var request: Frame
    /// Nil where the server stayed silent until the recording ended.
    var response: Frame?

    var code: Int { request.code }
    /// The response's body, where it is JSON.
    var json: JSON { response.flatMap { try? JSON(parsing: $0.body) } ?? .null }
    /// A field of the response.
    func answered(_ name: String) -> Int? { response?.fields[name].flatMap { Int($0) } }
    /// A field of the request.
    func asked(_ name: String) -> String { request.fields[name] ?? "" }

    /// Nil for what a broker sent to a client.
    init?(_ recorded: Recording.Exchange, in cluster: RecordedCluster, _ translation: Translation) throws {
        guard let place = recorded.to.flatMap(cluster.place), let message = recorded.request else { return nil }
        self.place = place
        request = try Self.frame(message, translation)
        for name in ["Signature", "AccessKey", "SecurityToken"] { request.fields[name] = nil }
        response = try recorded.response.map { try Self.frame($0, translation) }
    }

    private static func frame(_ message: Recording.Message, _ translation: Translation) throws -> Frame {
        var decoder = FrameDecoder(limit: 64 << 20)
        decoder.append(message.wireBytes)
        guard var frame = try decoder.next() else { throw IncompleteFrame() }
        frame.fields = frame.fields.mapValues { translation($0) }
        frame.remark = frame.remark.map { translation($0) }
        if let text = String(validating: frame.body, as: UTF8.self) { frame.body = Array(translation(text).utf8) }
        return frame
    }
}

struct IncompleteFrame: Error {}
