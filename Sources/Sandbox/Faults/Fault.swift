public import AdminProtocol

/// Something that a server of the sandbox does wrong on purpose, so that clients can be seen to cope.
public struct Fault: Sendable, Equatable {
    /// What becomes of a request and its answer.
    public enum Effect: Sendable, Equatable {
        /// The request is answered with this code and remark, and not carried out.
        case refuse(ResponseCode, remark: String)
        /// The request is neither carried out nor answered.
        case dropRequest
        /// The request is carried out and not answered.
        case dropAnswer
        /// The request is carried out, and answered with bytes that are no frame.
        case garbage
        /// The request is carried out, and the connection ends in the middle of the answer.
        case closeMidFrame
    }

    /// The requests that are meant; nil for all of them.
    public var code: RequestCode?
    /// `namesrv`, `controller`, `container`, `broker-a`, `broker-a:1` for the broker of that id, or an address; nil for
    /// every server.
    public var server: String?
    /// How long the request lies about before anything is done with it.
    public var delay: Duration?
    /// What is done with it then; nil does as without the fault.
    public var effect: Effect?
    /// After so many requests the fault is gone; nil stays until it is removed.
    public var times: Int?

    public init(
        _ code: RequestCode? = nil, _ effect: Effect? = nil, server: String? = nil, delay: Duration? = nil,
        times: Int? = nil
    ) {
        (self.code, self.effect, self.server, self.delay, self.times) = (code, effect, server, delay, times)
    }
}

extension Fault {
    /// The same as the terms of a `SandboxOrder`.
    public var terms: [String: String] {
        var terms: [String: String] = [:]
        terms["code"] = code.map { "\($0.rawValue)" }
        terms["server"] = server
        terms["delayMillis"] = delay.map { "\(Int($0 / .milliseconds(1)))" }
        terms["times"] = times.map { "\($0)" }
        switch effect {
        case nil: break
        case .refuse(let code, let remark):
            (terms["effect"], terms["refusal"], terms["remark"]) = ("refuse", "\(code.rawValue)", remark)
        case .dropRequest: terms["effect"] = "drop"
        case .dropAnswer: terms["effect"] = "dropAnswer"
        case .garbage: terms["effect"] = "garbage"
        case .closeMidFrame: terms["effect"] = "closeMidFrame"
        }
        return terms
    }

    /// Throws for terms that are none of a fault.
    public init(_ terms: [String: String]) throws(PayloadError) {
        code = try Self.number("code", of: terms, in: -1 << 31..<1 << 31).map { RequestCode(rawValue: $0) }
        server = terms["server"]
        delay = try Self.number("delayMillis", of: terms, in: 0..<1 << 40).map { .milliseconds($0) }
        times = try Self.number("times", of: terms, in: 1..<1 << 53)
        switch terms["effect"] {
        case nil: break
        case "refuse":
            guard let code = try Self.number("refusal", of: terms, in: -1 << 31..<1 << 31) else {
                throw .missingField("refusal")
            }
            effect = .refuse(ResponseCode(rawValue: code), remark: terms["remark"] ?? "")
        case "drop": effect = .dropRequest
        case "dropAnswer": effect = .dropAnswer
        case "garbage": effect = .garbage
        case "closeMidFrame": effect = .closeMidFrame
        case let other?: throw .malformedField("effect", text: other)
        }
    }

    private static func number(
        _ name: String, of terms: [String: String], in range: Range<Int>
    ) throws(PayloadError) -> Int? {
        guard let text = terms[name] else { return nil }
        guard let number = Int(text), range.contains(number) else { throw .malformedField(name, text: text) }
        return number
    }
}
