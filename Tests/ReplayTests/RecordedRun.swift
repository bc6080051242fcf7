import CommandKit
import LooseJSON
import RecordingSupport
import Remoting
import Sandbox
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

extension RecordedExchange {
    fileprivate init?(_ exchange: Recording.Exchange) {
        guard let address = exchange.to, let request = exchange.request.flatMap(Self.frame) else { return nil }
        self.init(address: address, request: request, response: exchange.response.flatMap(Self.frame))
    }

    private static func frame(_ message: Recording.Message) -> Frame? {
        var decoder = FrameDecoder()
        decoder.append(message.wireBytes)
        return try? decoder.next()
    }
}
