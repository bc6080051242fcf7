internal import AdminProtocol
internal import EventLoop
internal import Remoting

/// One request on its way through a handler, and what the answer says besides the handler's result.
final class Call {
    /// What has to happen before the answer goes out.
    struct Pause {
        var ticket: Ticket<Void>
        var deadline: Deadline
        /// What the answer becomes when the deadline passes; nil where it stays what it is.
        var late: Refusal?
        /// Whether the handler runs again then, or its first answer is the answer.
        var runsAgain: Bool
    }

    let request: Frame
    let peer: Peer
    /// Which RocketMQ answers.
    let generation: Generation
    var code = ResponseCode.success
    var remark: String?
    /// Header fields that every answer to this request carries, refusals too.
    var fields: [String: String] = [:]
    /// Whether the client gets no answer at all.
    var isUnanswered = false
    /// What goes wrong with this request on purpose.
    var fault: Fault?
    private(set) var pauses: [Pause] = []
    private(set) var isResumed = false
    /// What clients were asked before the handler ran again.
    private(set) var inquiry: Inquiry?

    init(_ request: Frame, from peer: Peer, to generation: Generation) {
        (self.request, self.peer, self.generation) = (request, peer, generation)
    }

    /// Runs the handler once more when `ticket` is redeemed or `deadline` passes; `isResumed` is true then.
    func runAgain(after ticket: Ticket<Void>, until deadline: Deadline) {
        pauses.append(Pause(ticket: ticket, deadline: deadline, runsAgain: true))
    }

    /// Keeps the handler's answer back until `ticket` is redeemed, or `deadline` passes and the answer is `late`.
    func answer(after ticket: Ticket<Void>, until deadline: Deadline, orElse late: Refusal? = nil) {
        pauses.append(Pause(ticket: ticket, deadline: deadline, late: late, runsAgain: false))
    }

    /// Asks clients something; the handler runs again when all have answered, or after `limit`.
    func ask(_ clients: [Peer], _ request: Frame, within limit: Duration) {
        let inquiry = Inquiry(request, to: clients)
        self.inquiry = inquiry
        runAgain(after: inquiry.ended, until: .after(limit))
    }

    /// Prepares for the second run of the handler.
    func resume() {
        (code, remark, fields, pauses, isResumed) = (.success, nil, [:], [], true)
        if let inquiry { for client in inquiry.clients { client.drop(inquiry) } }
    }
}
