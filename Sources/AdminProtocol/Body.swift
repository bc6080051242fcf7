/// Marks the property of a `Header` that travels as the frame's body instead of as a header field.
@propertyWrapper
public struct Body<Content: BodyContent>: Sendable, Codable {
    public var wrappedValue: Content

    public init(wrappedValue: Content) { self.wrappedValue = wrappedValue }

    /// Only a frame has a body: `FieldsDecoder` makes this value, and no other decoder can.
    public init(from decoder: any Decoder) throws {
        throw PayloadError.unwritable("a body outside of a frame")
    }

    public func encode(to encoder: any Encoder) throws {
        throw PayloadError.unwritable("a body outside of a frame")
    }
}

/// What the header coders need to know of any `Body`.
protocol AnyBody {
    init(body: [UInt8]) throws(PayloadError)
    func bodyBytes() throws(PayloadError) -> [UInt8]
}

extension Body: AnyBody {
    init(body: [UInt8]) throws(PayloadError) { self.init(wrappedValue: try Content(body: body)) }
    func bodyBytes() throws(PayloadError) -> [UInt8] { try wrappedValue.bodyBytes() }
}
