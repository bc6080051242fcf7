internal import AdminProtocol
internal import Remoting

/// Why a server does not do what a request asks: the code and the words that RocketMQ has for it.
struct Refusal: Error, CustomStringConvertible {
    var code: ResponseCode
    var remark: String?

    init(_ code: ResponseCode, _ remark: String?) { (self.code, self.remark) = (code, remark) }

    var description: String { remark ?? "\(code)" }

    /// The remark with which Java fills a new response, and which some handlers leave in place.
    static let unset = "not set any response code"

    /// What RocketMQ appends to a remark that a page of its documentation explains (`FAQUrl.java`).
    static let moreInformation = "\nSee https://rocketmq.apache.org/docs/bestPractice/06FAQ for further details."
}

extension ResponseCode {
    static let subscriptionNotExist: ResponseCode = 24
    static let subscriptionNotLatest: ResponseCode = 25
}

extension Refusal {
    /// The remark of `RemotingCommand.decodeCommandCustomHeader` for header fields that it cannot read.
    init(_ error: PayloadError) {
        let exception = "org.apache.rocketmq.remoting.exception.RemotingCommandException"
        switch error {
        case .missingField(let name): self.init(.systemError, "\(exception): the custom field <\(name)> is null")
        case .malformedField(let name, let text):
            self.init(.systemError, "\(exception): the custom field <\(name)> is malformed: \"\(text)\"")
        default: self.init(.systemError, "\(exception): \(error)")
        }
    }
}
