internal import AdminProtocol
internal import EventLoop
internal import Remoting
internal import TLS

/// A client's connection to one server, as the server sees it.
final class Peer {
    let id: Int
    /// The server that it is connected to.
    let server: ServiceKey
    let channel: Channel
    /// `127.0.0.1:39378`.
    let address: String
    /// The same in the form that stored messages carry.
    let host: HostAddress
    /// Requests that wait for something else before they are answered.
    var pausedCalls = 0
    /// Encoded answers that the socket has not taken yet.
    var outbox: [UInt8] = []
    var isFlushing = false
    /// Whether the connection ends with what the outbox holds, which may be half an answer.
    var isCut = false
    /// Those that wait until the outbox is empty.
    var waitingForRoom: [Ticket<Void>] = []
    /// What this client was asked and has not answered, by the request's number.
    private var inquiries: [Int32: Inquiry] = [:]
    private var lastOpaque: Int32 = 0

    init(id: Int, channel: Channel, address: String, of server: ServiceKey) {
        (self.id, self.channel, self.address, self.server) = (id, channel, address, server)
        host = HostAddress(parsing: address) ?? HostAddress(ip: [0, 0, 0, 0], port: 0)
    }

    func post(_ frame: Frame) { if !isCut { frame.encode(into: &outbox) } }

    func ask(_ request: Frame, for inquiry: Inquiry) {
        inquiries[lastOpaque &+ 1] = inquiry
        tell(request)
    }

    /// Posts a request of the server, with a number of its own.
    func tell(_ request: Frame) {
        lastOpaque &+= 1
        var numbered = request
        numbered.opaque = lastOpaque
        post(numbered)
    }

    func take(_ answer: Frame) { inquiries.removeValue(forKey: answer.opaque)?.take(answer, from: self) }

    /// Ends what waits for the client, which is gone.
    func leave() {
        for inquiry in inquiries.values { inquiry.take(nil, from: self) }
        inquiries = [:]
    }

    /// Waits no longer for what was asked in `inquiry`.
    func drop(_ inquiry: Inquiry) { inquiries = inquiries.filter { $0.value !== inquiry } }
}

/// What answers requests: a name server or a broker.
protocol Service: AnyObject {
    func answer(_ call: Call) -> Frame

    /// Forgets what was known of a connection that is gone.
    func forget(_ peer: Peer)
}

extension HostAddress {
    /// Reads `127.0.0.1:10911`, or nil for anything but IPv4.
    init?(parsing text: String) {
        let pieces = text.split(separator: ":")
        guard pieces.count == 2, let port = UInt16(pieces[1]) else { return nil }
        let ip = pieces[0].split(separator: ".").compactMap { UInt8($0) }
        guard ip.count == 4 else { return nil }
        self.init(ip: ip, port: Int(port))
    }
}
