internal import AdminProtocol
internal import CommandKit
internal import LooseJSON
internal import Remoting

/// Frames as a person reads them.
enum WireText {
    /// The longest text of a body that is shown whole, in characters.
    private static let limit = 64 * 1024

    /// The lines below the first one of a frame: what the header says beside the code, and the body.
    static func details(of frame: Frame, answering request: RequestCode?) -> [String] {
        var lines: [String] = []
        if let remark = frame.remark, !remark.isEmpty { lines.append("remark: \(remark.escapingControls())") }
        for (name, value) in frame.fields.sorted(by: { $0.key < $1.key }) {
            lines.append("\(name): \(value.escapingControls())")
        }
        if !frame.body.isEmpty {
            lines.append("body: \(frame.body.count) bytes")
            lines += text(of: frame, request).map { "  " + $0.escapingControls() }
        }
        return lines.map { "    " + $0 }
    }

    private static func text(of frame: Frame, _ request: RequestCode?) -> [String] {
        if frame.kind == .response, let request,
            [PullMessage.code, ViewMessageByID.code, QueryMessage.code].contains(request),
            let messages = try? MessageReader.messages(in: frame.body)
        {
            return messages.map(line)
        }
        var text = ""
        if let json = try? JSON(parsing: frame.body) {
            text = json.pretty()
        } else if let plain = String(validating: frame.body, as: UTF8.self), !plain.unicodeScalars.contains("\0") {
            text = plain
        } else {
            return [bytes(frame.body)]
        }
        let cut = text.utf8.count > limit ? String(text.prefix(limit)) : text
        let rest = text.utf8.count - cut.utf8.count
        return cut.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            + (rest > 0 ? ["… and \(rest) bytes more"] : [])
    }

    private static func line(_ message: StoredMessage) -> String {
        "\(message.topic) queue \(message.queueId) offset \(message.queueOffset), \(message.body.count) bytes, "
            + "\(message.properties)"
    }

    private static func bytes(_ body: [UInt8]) -> String {
        let shown = body.prefix(64).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
        return body.count > 64 ? "\(shown) …" : shown
    }
}
