import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON

/// A message with its body, and what groups have made of it.
struct FoundMessage: MessageRow {
    var message: StoredMessage
    var body: MessageBody
    var tracks: [MessageTrack]
    var edition: Edition
    var style: Style

    /// What text shows beside the values that all messages have.
    struct Style {
        /// Whether the broker's id stands first.
        var showsOffsetID = true
        /// The character set in which the body is shown; nil not to show it.
        var bodyFormat: CharacterSet?
        /// Whether the files of further messages are numbered, because all have the same id.
        var numbersFiles = false
    }

    static let columns: [Column<Self>] =
        messageColumns + [
            Column(key: "bodyPath") { $0.body.path },
            Column(key: "tracks") { JSON.array($0.tracks.map(\.json)) },
        ]

    /// Looks up who consumed the messages, writes their bodies to files, and makes rows of them.
    static func table(
        of messages: [StoredMessage], _ failures: [Failure], _ style: Style = Style(), _ session: Session
    ) async -> Table<Self> {
        var failures = failures
        var rows: [Self] = []
        let results = await session.admin.gather(messages) { try await session.admin.tracks(of: $0) }
        for (number, (message, result)) in zip(messages, results).enumerated() {
            var body = MessageBody(message)
            let suffix = style.numbersFiles && number > 0 ? "_\(number)" : ""
            failures += body.save(as: message, suffix).map { [Failure(message.offsetID, $0)] } ?? []
            var tracks: [MessageTrack] = []
            do {
                let found = try result.get()
                tracks = found.tracks
                failures += found.failures.map { Failure($0.address, $0.error) }
            } catch { failures.append(Failure(message.offsetID, error)) }
            rows.append(
                Self(message: message, body: body, tracks: tracks, edition: session.edition, style: style))
        }
        return Table(rows, layout: layout(rows, session.edition), failures: failures.withoutRepetition)
    }
}

extension FoundMessage {
    /// 4.9 ends no line after the groups, so that the next message starts behind them.
    private static func layout(_ rows: [Self], _ edition: Edition) -> Layout<Self> {
        guard edition == .v4 else { return .lines { ($0.lines + $0.trackLines).joined(separator: "\n") } }
        let texts = rows.map { ($0.lines + [$0.trackLines.joined()]).joined(separator: "\n") }
        return .labels([], before: [texts.joined()])
    }
}

extension MessageTrack {
    var json: JSON {
        .object([
            .init(.string("consumerGroup"), .string(consumerGroup)), .init(.string("trackType"), .string(trackType)),
            .init(.string("code"), error.map { .integer($0.code.rawValue) } ?? .null),
            .init(.string("message"), error.map { .string($0.remark) } ?? .null),
        ])
    }
}
