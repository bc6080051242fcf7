public import LooseJSON
public import Remoting

/// A request of a recording and its response.
public struct RecordedExchange: Sendable {
    /// `host:port` of the server.
    public var address: String
    public var request: Frame
    public var response: Frame?

    public init(address: String, request: Frame, response: Frame?) {
        (self.address, self.request, self.response) = (address, request, response)
    }

    /// Reads one of a recording's `exchanges`; nil for what a broker sent to a client, or what is malformed.
    public init?(_ json: JSON) {
        guard let address = json["to"]?.string, let request = json["request"].flatMap(Frame.init(recorded:)) else {
            return nil
        }
        (self.address, self.request) = (address, request)
        response = json["response"].flatMap(Frame.init(recorded:))
    }
}

extension Frame {
    /// A frame as recordings hold it: the header as JSON, the body as Base64.
    fileprivate init?(recorded json: JSON) {
        guard let header = json["header"], let code = header["code"]?.int,
            let body = Base64.bytes(json["body"]?.string ?? "")
        else { return nil }
        self.init(code: code, opaque: header["opaque"]?.int.flatMap(Int32.init(exactly:)) ?? 0)
        let members = header["extFields"]?.members ?? []
        fields = Dictionary(members.map { ($0.key.string ?? "", $0.value.string ?? $0.value.description) }) { $1 }
        (remark, self.body) = (header["remark"]?.string, body)
    }
}
