public import AdminProtocol
public import EventLoop
public import Remoting

/// A peer that was connected to, but did not bring a readable answer.
public struct RemotingError: Error, Equatable {
    public enum Reason: Sendable, Equatable {
        case timedOut(Duration)
        case closed
        /// The peer never sent anything.
        case hungUp
        case garbage(FrameError)
        case malformed(PayloadError)
        case system(EventLoopError)
    }

    public var address: PeerAddress
    /// What was asked; nil for a connection that failed by itself.
    public var request: RequestCode?
    public var reason: Reason
}

/// A request that reached the peer and was refused.
public struct BrokerError: Error, Equatable {
    public var address: PeerAddress
    public var request: RequestCode
    public var code: ResponseCode
    /// The peer's own words, often with its exception's name.
    public var remark: String
    /// Who asked for what, where access control said no.
    public var denial: Denial?

    public init(address: PeerAddress, request: RequestCode, code: ResponseCode, remark: String) {
        (self.address, self.request, self.code, self.remark) = (address, request, code, remark)
    }
}

/// No name server of the list brought an answer.
public struct NameServersError: Error {
    /// What happened at each, in the order in which they were tried.
    public var attempts: [any Error]
}

/// A request for a name server when none was named.
public struct NoNameServerError: Error, Equatable {
    public init() {}
}

extension RemotingError: CustomStringConvertible {
    public var description: String {
        let subject = request.map { "\(address): \($0.name ?? "\($0)")" } ?? "\(address)"
        return switch reason {
        case .timedOut(let limit): "\(subject): no answer within \(limit.text)"
        case .closed: "\(subject): the connection was closed before the answer was complete"
        case .hungUp: "\(subject): the connection was closed without an answer; where the server wants TLS, use --tls"
        // Where its length is due, a TLS alert has its type and version.
        case .garbage(.lengthOutOfBounds(let length)) where length >> 16 == 0x1503:
            "\(subject): the server answers with an alert of TLS: use --tls"
        case .garbage(let error): "\(subject): the answer is not of the remoting protocol: \(error)"
        case .malformed(let error): "\(subject): \(error)"
        case .system(let error): "\(subject): \(error)"
        }
    }
}

extension BrokerError: CustomStringConvertible {
    /// The peer's first line, the code, and what to do about it where that is known.
    public var description: String {
        let line = remark.split(separator: "\n").first.map(String.init) ?? "refused"
        if let denial { return "\(address): \(denial): \(line) [\(code.description(answering: request))]" }
        return "\(address): \(line) [\(code.description(answering: request))]"
            + (code.hint(answering: request).map { ": \($0)" } ?? "")
    }
}

extension NameServersError: CustomStringConvertible {
    public var description: String {
        "no name server answered: " + attempts.map { "\($0)" }.joined(separator: "; ")
    }
}

extension NoNameServerError: CustomStringConvertible {
    public var description: String {
        "no name server is given: use -n host:9876, set NAMESRV_ADDR, or see 'mqadmin help config'"
    }
}

extension Duration {
    /// `500 ms` or `5 s`.
    var text: String {
        let milliseconds = Int(self / .milliseconds(1))
        return milliseconds.isMultiple(of: 1000) ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
