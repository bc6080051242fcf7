import AdminClient
import AdminProtocol
import CommandKit

extension FoundMessage {
    /// The lines of `QueryMsgByIdSubCommand.printMsg` and `QueryMsgByUniqueKeySubCommand.showMessage`.
    var lines: [String] {
        var lines = style.showsOffsetID ? [label("OffsetID:", message.offsetID)] : []
        lines += [
            label("Topic:", message.topic),
            label("Tags:", "[\(message.tags ?? "null")]"), label("Keys:", "[\(message.keys ?? "null")]"),
            label("Queue ID:", "\(message.queueId)"), label("Queue Offset:", "\(message.queueOffset)"),
            label("CommitLog Offset:", "\(message.commitLogOffset)"),
            label("Reconsume Times:", "\(message.reconsumeTimes)"),
            label("Born Timestamp:", LocalTime(milliseconds: message.bornTimestamp).withMilliseconds),
            label("Store Timestamp:", LocalTime(milliseconds: message.storeTimestamp).withMilliseconds),
            label("Born Host:", message.bornHost.description), label("Store Host:", message.storeHost.description),
            label("System Flag:", "\(systemFlag)"), label("Properties:", message.properties.description),
            label("Message Body Path:", body.path ?? ""),
        ]
        if let format = style.bodyFormat { lines.append(label("Message Body:", format.text(of: body.bytes))) }
        return lines + ["", ""]
    }

    /// What the groups have made of the message.
    var trackLines: [String] { tracks.isEmpty ? ["WARN: No Consumer"] : tracks.map { $0.text(of: edition) } }

    private func label(_ name: String, _ value: String) -> String {
        name + String.blanks(20 - name.count) + " " + value.escapingControls()
    }
}

extension MessageTrack {
    /// `MessageTrack.toString()`, with the words that Java's exceptions have.
    func text(of edition: Edition) -> String {
        "MessageTrack [consumerGroup=\(consumerGroup), trackType=\(trackType), "
            + "exceptionDesc=\(error.map { description(of: $0, edition) } ?? "null")]"
    }

    private func description(of error: BrokerError, _ edition: Edition) -> String {
        if error.code != .topicNotExist { return "CODE:\(error.code.rawValue) DESC:\(error.remark)" }
        // The original prints where in its own source a missing route was noticed.
        let line = edition == .v4 ? 1392 : 1998
        return "org.apache.rocketmq.client.exception.MQClientException: CODE: \(error.code.rawValue)  "
            + "DESC: \(error.remark), org.apache.rocketmq.client.impl.MQClientAPIImpl."
            + "getTopicRouteInfoFromNameServer(MQClientAPIImpl.java:\(line))"
    }
}
