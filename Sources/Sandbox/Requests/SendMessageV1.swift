internal import AdminProtocol
internal import Remoting

/// Stores a message on a broker, with the long field names of older and other clients (`SendMessageRequestHeader.java`).
struct SendMessageV1: Request {
    static let code: RequestCode = 10
    typealias Response = SendMessageResponse
    /// The same request in its short form.
    let short: SendMessage

    init(from frame: Frame) throws(PayloadError) { short = try SendMessage(long: frame) }
}
