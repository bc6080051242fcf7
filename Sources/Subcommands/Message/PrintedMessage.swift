import AdminProtocol
import CommandKit

/// A message that was read from its queue.
struct PrintedMessage: MessageRow {
    var message: StoredMessage
    var body: MessageBody
    var brokerName: String
    var edition: Edition
    /// The character set in which the body is shown; nil not to show it.
    var bodyFormat: CharacterSet?

    var hasBody: Bool { bodyFormat != nil }

    static let columns: [Column<Self>] = [Column(key: "brokerName") { $0.brokerName }] + messageColumns

    /// A line of `PrintMessageSubCommand.printMessage`.
    var line: String {
        let text = message.javaDescription(brokerName: brokerName, body: body.bytes, systemFlag: systemFlag)
        let shown = bodyFormat.map { $0.text(of: body.bytes) } ?? "NOT PRINT BODY"
        return "MSGID: \(message.uniqueKey ?? message.offsetID) \(text) BODY: \(shown)"
    }
}

/// Draws what comes of reading queues.
struct MessageDrawing {
    let edition: Edition
    let bodyFormat: CharacterSet?
    let emit: Emitter<PrintedMessage>

    func draw(_ pulled: PullResult, of queue: MessageQueue) throws {
        for message in pulled.messages {
            try emit(
                PrintedMessage(
                    message: message, body: MessageBody(message), brokerName: queue.brokerName, edition: edition,
                    bodyFormat: bodyFormat))
        }
    }

    /// The line for a pull that brought no message; none for one that did.
    func explain(_ pulled: PullResult, of queue: MessageQueue) throws {
        let end = "status=\(pulled.status.rawValue), offset=\(pulled.nextBeginOffset)"
        switch pulled.status {
        case .found: break
        case .noMatchedMessage: try emit.line("\(queue.javaDescription) no matched msg. \(end)")
        case .noNewMessage, .illegalOffset: try emit.line("\(queue.javaDescription) print msg finished. \(end)")
        }
    }

    func fail(_ error: any Error, at queue: MessageQueue) {
        emit.fail(Failure("\(queue.brokerName):\(queue.queueId)", error))
    }
}
