public import Remoting

/// A body that is a JSON array.
public struct JSONList<Element: Codable & Sendable>: JSONContent {
    public var items: [Element]

    public init(_ items: [Element]) { self.items = items }

    public init(from decoder: any Decoder) throws {
        items = try decoder.singleValueContainer().decode([Element].self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(items)
    }
}

/// A body that is empty where the peer has nothing to say.
public struct IfAny<Content: BodyContent>: FramePayload {
    public var content: Content?

    public init(_ content: Content?) { self.content = content }

    public init(from frame: Frame) throws(PayloadError) {
        content = frame.body.isEmpty ? nil : try Content(body: frame.body)
    }

    public func write(to frame: inout Frame) throws(PayloadError) { frame.body = try content?.bodyBytes() ?? [] }
}
