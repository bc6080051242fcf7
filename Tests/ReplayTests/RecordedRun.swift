import CommandKit
import LooseJSON
import RecordingSupport
import Subcommands

/// A recording of a command that this program has.
struct RecordedRun: Sendable, CustomStringConvertible {
    /// The recording's path, `4.9.8/topicRoute.missing.json`.
    let description: String
    let recording: Recording
    let exchanges: [RecordedExchange]

    /// All of them, sorted by path; the recordings of clients are not runs of the tool.
    static let all: [RecordedRun] = ((try? Recording.all()) ?? []).compactMap { file, recording in
        guard let command = recording.argv.first, (try? catalog.entry(command)) != nil else { return nil }
        return RecordedRun(
            description: file, recording: recording, exchanges: recording.exchanges.compactMap(RecordedExchange.init))
    }

    var edition: Edition { recording.version.hasPrefix("4.") ? .v4 : .v5 }

    /// Whether the run has to fail: the original says so on standard error, or should have said so.
    var hasFailed: Bool { recording.expect?.fails ?? !recording.stderr.allSatisfy(\.isWhitespace) }

    /// Whether the text or a failure is as good.
    var isLenient: Bool { recording.expect?.status == "any" }
}

/// One request and its response.
struct RecordedExchange: Sendable {
    let address: String
    let request: RecordedMessage
    let response: RecordedMessage?

    init?(_ exchange: Recording.Exchange) {
        guard let address = exchange.to, let request = exchange.request.flatMap(RecordedMessage.init) else {
            return nil
        }
        (self.address, self.request) = (address, request)
        response = exchange.response.flatMap(RecordedMessage.init)
    }
}

/// A recorded header and body.
struct RecordedMessage: Sendable {
    let code: Int
    let remark: String?
    let fields: [String: String]
    let body: [UInt8]

    init?(_ message: Recording.Message) {
        guard let code = message.header["code"]?.int else { return nil }
        let members = message.header["extFields"]?.members ?? []
        let pairs = members.map { ($0.key.string ?? "", $0.value.string ?? $0.value.description) }
        fields = Dictionary(pairs) { first, _ in first }
        (self.code, remark, body) = (code, message.header["remark"]?.string, message.bodyBytes)
    }
}
