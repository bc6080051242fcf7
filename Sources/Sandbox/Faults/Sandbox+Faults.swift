internal import AdminProtocol
internal import Remoting

extension Sandbox {
    /// What a client may get that talks to something else: no frame, whatever follows.
    private static let garbage = Array("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".utf8)

    /// Makes a server do something wrong from now on; returns the number by which the fault is removed.
    ///
    /// Throws for the name of a server that there is not.
    public func add(_ fault: Fault) throws -> Int {
        if let server = fault.server, !keys.contains(where: { names(of: $0).contains(server) }) {
            let known = keys.compactMap { names(of: $0).first }.prefix(12).joined(separator: ", ")
            throw Refusal(.queryNotFound, "no server is called '\(server)'; there are \(known)")
        }
        guard fault.effect != nil || fault.delay != nil else {
            throw Refusal(.invalidParameter, "a fault has to do something")
        }
        return faults.add(fault)
    }

    /// Removes the fault of this number, or all of them; returns how many there were.
    @discardableResult
    public func removeFaults(_ id: Int? = nil) -> Int { faults.remove(id) }

    /// Does the same for a number as an order has it.
    func removeFaults(_ id: String?) throws -> Int {
        guard let id else { return removeFaults() }
        guard let number = Int(id), removeFaults(number) > 0 else {
            throw Refusal(.queryNotFound, "there is no fault \(id)")
        }
        return 1
    }

    /// The fault that a request runs into; orders are safe from them, or nothing could end them.
    func strike(_ request: Frame, from peer: Peer) -> Fault? {
        if faults.isEmpty || request.code == SandboxOrder.code.rawValue { return nil }
        return faults.strike(request.code) { names(of: peer.server).contains($0) }
    }

    /// Hands an answer to the connection as the call's fault has it.
    func deliver(_ reply: Frame, to call: Call) {
        let peer = call.peer
        switch call.fault?.effect {
        case nil, .refuse: peer.post(reply)
        case .dropRequest, .dropAnswer: break
        case .garbage: if !peer.isCut { peer.outbox += Self.garbage }
        case .closeMidFrame:
            let bytes = reply.encoded()
            if !peer.isCut { peer.outbox += bytes.prefix(bytes.count / 2) }
            peer.isCut = true
        }
    }

    private var keys: [ServiceKey] {
        [.nameServer] + places.indices.map { .broker($0) } + controllerAddresses.indices.map { .controller($0) }
            + (containerAddress == nil ? [] : [.container])
    }

    /// What a server may be called by, the most telling first.
    private func names(of key: ServiceKey) -> [String] {
        switch key {
        case .nameServer: return ["namesrv", nameServerAddress]
        case .broker(let index):
            let broker = broker(index)
            return ["\(broker.name):\(broker.id)", broker.name, broker.address]
        case .controller(let index): return ["n\(index)", "controller", controllerAddresses[index]]
        case .container: return ["container", containerAddress ?? ""]
        }
    }
}
