internal import AdminProtocol
internal import EventLoop

extension Sandbox {
    /// How long a server may take to end, or to start.
    private static let limit = Duration.seconds(10)

    /// Kills a server as `kill -9` does: its connections end, and it says good-bye to nobody.
    ///
    /// `name` is that of a broker, `broker-a` for the master or `broker-a:1` for the one with that id, or that of a
    /// controller, `n0`. Returns when the name server has noticed.
    public func kill(_ name: String) async throws {
        for ticket in try beginToKill(name) { try await loop.value(of: ticket, until: .after(Self.limit)) }
        let deadline = Deadline.after(Self.limit)
        while isAwaitingNotice, .now < deadline { try await loop.sleep(until: .after(.milliseconds(2))) }
    }

    /// Starts what was killed or stopped, with what it had stored, on its former port if that is free.
    ///
    /// `name` is as for `kill`, with the id that the broker had; without an id it is all of the name that do not run.
    /// Returns when the name server knows the brokers.
    public func start(_ name: String) async throws {
        for ticket in try beginToStart(name) { try await loop.value(of: ticket, until: .after(Self.limit)) }
    }

    /// Does one or the other for an order, whose answer waits for it.
    func carryOut(_ order: SandboxOrder, killing: Bool, _ call: Call) throws -> String {
        let name = order.terms["server"] ?? ""
        let tickets = killing ? try beginToKill(name) : try beginToStart(name)
        let late = Refusal(.systemError, "\(name) has not \(killing ? "ended" : "started") within \(Self.limit)")
        for ticket in tickets { call.answer(after: ticket, until: .after(Self.limit), orElse: late) }
        return "\(tickets.count)"
    }
    /// Whether the name server still believes in a broker that has ended.
    private var isAwaitingNotice: Bool {
        places.contains { !$0.isRunning && nameServer.routes.knows($0.server.address) }
    }

    /// The tickets are redeemed when the servers have ended.
    private func beginToKill(_ name: String) throws(Refusal) -> [Ticket<Void>] {
        if let index = controllerIndex(name), controllerPlaces[index].isRunning {
            controllers?.leave(index)
            controllerPlaces[index].run.ending.redeem(.success(()))
            return [controllerPlaces[index].run.ended]
        }
        let found = find(name, running: true)
        if found.isEmpty { throw unknown(name, running: true) }
        for index in found { broker(index).registration.kill() }
        return found.map { broker($0).registration.gone }
    }

    /// The tickets are redeemed when the servers run.
    private func beginToStart(_ name: String) throws(Refusal) -> [Ticket<Void>] {
        if let index = controllerIndex(name), !controllerPlaces[index].isRunning {
            (controllerPlaces[index].run, controllerPlaces[index].isRunning) = (Place<Controller>.Run(), true)
            launch(.controller(index))
            return [controllerPlaces[index].run.started]
        }
        let found = find(name, running: false)
        if found.isEmpty { throw unknown(name, running: false) }
        for index in found {
            broker(index).revive()
            places[index].isRunning = true
            launch(.broker(index))
        }
        return found.map { broker($0).registration.started }
    }

    private func controllerIndex(_ name: String) -> Int? {
        guard name.hasPrefix("n"), let index = Int(name.dropFirst()) else { return nil }
        return controllerPlaces.indices.contains(index) ? index : nil
    }

    /// The brokers that a name means, of those that run or of the others.
    private func find(_ name: String, running: Bool) -> [Int] {
        let pieces = name.split(separator: ":", maxSplits: 1)
        return places.indices.filter { index in
            let broker = broker(index)
            guard broker.name == pieces.first ?? "", isReady(index, running: running) else { return false }
            return pieces.count == 2 ? "\(broker.id)" == pieces[1] : !running || broker.isMaster
        }
    }

    /// Whether a broker runs, or does not; one that is about to end does neither.
    private func isReady(_ index: Int, running: Bool) -> Bool {
        places[index].isRunning == running && !(running && broker(index).registration.isClosing)
    }

    private func unknown(_ name: String, running: Bool) -> Refusal {
        let brokers = places.indices.filter { isReady($0, running: running) }
        var names = brokers.prefix(12).map { "\(broker($0).name):\(broker($0).id)" }
        names += controllerPlaces.filter { $0.isRunning == running }.map { "n\($0.server.index)" }
        let others = names.isEmpty ? "none" : names.joined(separator: ", ")
        return Refusal(.queryNotFound, "no server '\(name)' \(running ? "runs" : "is stopped"), but \(others)")
    }
}
