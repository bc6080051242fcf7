internal import AdminProtocol
internal import EventLoop
internal import Remoting

/// From a request to its answer.
extension Sandbox {
    /// Requests of one connection that may wait at once, long polls for the most part.
    private static let pauseLimit = 16_384

    /// Posts the answer, or returns the number under which the call waits for it.
    func handle(_ frame: Frame, from peer: Peer, _ service: any Service) -> Int? {
        if frame.kind == .response {
            peer.take(frame)
            return nil
        }
        let call = Call(frame, from: peer, to: options.serverVersion)
        call.fault = strike(frame, from: peer)
        guard call.fault?.delay != nil else { return carryOut(call, service) }
        return pause(call, Frame(answering: frame, by: call.generation), service)
    }

    private func carryOut(_ call: Call, _ service: any Service) -> Int? {
        if call.fault?.effect == .dropRequest { return nil }
        let reply = reply(to: call, service)
        if call.request.kind == .oneway || call.isUnanswered { return nil }
        if !call.pauses.isEmpty { return pause(call, reply, service) }
        deliver(reply, to: call)
        return nil
    }

    private func reply(to call: Call, _ service: any Service) -> Frame {
        if case .refuse(let code, let remark) = call.fault?.effect { return call.reply { throw Refusal(code, remark) } }
        guard call.request.code == SandboxOrder.code.rawValue, call.peer.server == .nameServer else {
            return service.answer(call)
        }
        return call.reply { try carryOut(SandboxOrder(from: call.request), call) }
    }

    private func pause(_ call: Call, _ reply: Frame, _ service: any Service) -> Int? {
        guard call.peer.pausedCalls < Self.pauseLimit else {
            let remark = "[OVERLOAD]system busy, start flow control for a while"
            call.peer.post(call.reply { throw Refusal(.systemBusy, remark) })
            return nil
        }
        call.peer.pausedCalls += 1
        lastPause += 1
        paused[lastPause] = PausedCall(call: call, reply: reply, service: service)
        return lastPause
    }

    func finish(_ number: Int) async {
        defer { paused[number] = nil }
        guard let waiting = paused[number] else { return }
        let (call, service) = (waiting.call, waiting.service)
        let pauses = call.pauses
        if pauses.isEmpty {
            // Held back by a fault, before anything was done with it.
            guard (try? await loop.sleep(until: .after(call.fault?.delay ?? .zero))) != nil else { return }
            call.peer.pausedCalls -= 1
            if let next = carryOut(call, service) { return await finish(next) }
            try? await flush(call.peer)
            return
        }
        for client in call.inquiry?.clients ?? [] { try? await flush(client) }
        var reply = waiting.reply
        for pause in pauses {
            do { try await loop.value(of: pause.ticket, until: pause.deadline) } catch is CancellationError {
                return
            } catch { if let late = pause.late { reply.refuse(late) } }
        }
        call.peer.pausedCalls -= 1
        call.resume()
        deliver(pauses.contains { $0.runsAgain } ? service.answer(call) : reply, to: call)
        try? await flush(call.peer)
    }
}
