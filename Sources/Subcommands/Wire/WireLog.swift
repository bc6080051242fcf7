public import AdminClient
internal import AdminProtocol
internal import CommandKit
public import Remoting
internal import Synchronization

/// What goes over the wire while a command runs, without its secrets: told line by line as it happens, and kept.
public final class WireLog: Sendable {
    fileprivate struct Place: Hashable {
        var address: PeerAddress
        var opaque: Int32
    }

    /// A request and what came of it.
    struct Exchange: Sendable {
        var address: PeerAddress
        var request: Frame
        var response: Frame?
    }

    fileprivate struct Waiting {
        var code: RequestCode
        var began = ContinuousClock.now
        /// Its place among the exchanges that are kept.
        var index: Int
    }

    fileprivate struct State {
        var exchanges: [Exchange] = []
        var waiting: [Place: Waiting] = [:]
    }

    private let state = Mutex(State())
    private let clock: WallClock
    private let keepsExchanges: Bool
    private let tell: (@Sendable (String) -> Void)?

    /// A log that keeps what was exchanged, or hands each line to `tell`.
    public init(telling tell: (@Sendable (String) -> Void)? = nil, clock: WallClock = .system) {
        (self.clock, self.tell, keepsExchanges) = (clock, tell, tell == nil)
    }

    /// What was exchanged so far, in the order of the requests.
    var exchanges: [Exchange] { state.withLock(\.exchanges) }

    /// Takes a frame that was sent to a peer, or came from it.
    public func note(_ address: PeerAddress, _ frame: Frame) {
        let shown = Redaction.redacted(frame)
        let place = Place(address: address, opaque: frame.opaque)
        let asked = state.withLock { state in
            frame.kind == .response ? state.end(place, shown) : state.begin(place, shown, isKept: keepsExchanges)
        }
        guard let tell else { return }
        tell(title(shown, address, asked))
        WireText.details(of: shown, answering: asked?.code).forEach(tell)
    }

    private func title(_ frame: Frame, _ address: PeerAddress, _ asked: Waiting?) -> String {
        let time = LocalTime(milliseconds: clock.milliseconds).withMilliseconds.drop { $0 != " " }.dropFirst()
        guard frame.kind == .response else {
            return "\(time) > \(address) #\(frame.opaque) \(RequestCode(rawValue: frame.code))"
        }
        let start = "\(time) < \(address) #\(frame.opaque) \(ResponseCode(rawValue: frame.code))"
        guard let asked else { return start + ", which nobody waits for" }
        let milliseconds = (ContinuousClock.now - asked.began) / .milliseconds(1)
        return start + " to \(asked.code) after \(milliseconds.fixed(1)) ms"
    }
}

extension WireLog.State {
    fileprivate mutating func begin(_ place: WireLog.Place, _ frame: Frame, isKept: Bool) -> WireLog.Waiting {
        let waiting = WireLog.Waiting(code: RequestCode(rawValue: frame.code), index: exchanges.count)
        if isKept { exchanges.append(WireLog.Exchange(address: place.address, request: frame)) }
        if frame.kind == .request { self.waiting[place] = waiting }
        return waiting
    }

    fileprivate mutating func end(_ place: WireLog.Place, _ frame: Frame) -> WireLog.Waiting? {
        guard let ended = waiting.removeValue(forKey: place) else { return nil }
        if exchanges.indices.contains(ended.index) { exchanges[ended.index].response = frame }
        return ended
    }
}
