internal import LooseJSON
public import Remoting

/// What a frame carries beyond its code: header fields, a body, or both.
public protocol FramePayload: Sendable {
    init(from frame: Frame) throws(PayloadError)
    func write(to frame: inout Frame) throws(PayloadError)
}

/// A payload whose properties are the header's `extFields`; one property may be the `@Body`.
public protocol Header: FramePayload, Codable {}

/// What a frame's body can hold.
public protocol BodyContent: Sendable {
    init(body: [UInt8]) throws(PayloadError)
    func bodyBytes() throws(PayloadError) -> [UInt8]
}

/// A payload whose body is the JSON of its properties, as fastjson writes it.
public protocol JSONContent: BodyContent, FramePayload, Codable {}

/// Why a peer's header fields or body could not be read.
public enum PayloadError: Error, Equatable {
    case missingField(String)
    case malformedField(String, text: String)
    case malformedBody(String)
    /// A value of this program that the wire has no form for.
    case unwritable(String)
}

extension PayloadError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missingField(let name): "the header lacks the field '\(name)'"
        case .malformedField(let name, let text): "the header field '\(name)' holds '\(text)'"
        case .malformedBody(let reason): "the body cannot be read: \(reason)"
        case .unwritable(let reason): "the request cannot be written: \(reason)"
        }
    }
}

extension Header {
    public init(from frame: Frame) throws(PayloadError) {
        do { try self.init(from: FieldsDecoder(frame)) } catch { throw PayloadError(describing: error) }
    }

    public func write(to frame: inout Frame) throws(PayloadError) {
        let encoder = FieldsEncoder()
        do { try encode(to: encoder) } catch { throw PayloadError(describing: error) }
        frame.fields.merge(encoder.storage.fields) { $1 }
        if let body = encoder.storage.body { frame.body = body }
    }
}

extension JSONContent {
    public init(body: [UInt8]) throws(PayloadError) {
        do { try self.init(json: JSON(parsing: body)) } catch { throw PayloadError(describing: error) }
    }

    public func bodyBytes() throws(PayloadError) -> [UInt8] {
        do { return Array(try json().looseDescription.utf8) } catch { throw PayloadError(describing: error) }
    }

    public init(from frame: Frame) throws(PayloadError) { try self.init(body: frame.body) }
    public func write(to frame: inout Frame) throws(PayloadError) { frame.body = try bodyBytes() }
}

extension [UInt8]: BodyContent, FramePayload {
    public init(body: [UInt8]) { self = body }
    public func bodyBytes() -> [UInt8] { self }
    public init(from frame: Frame) { self = frame.body }
    public func write(to frame: inout Frame) { frame.body = self }
}

extension String: BodyContent, FramePayload {
    public init(body: [UInt8]) { self = String(decoding: body, as: UTF8.self) }
    public func bodyBytes() -> [UInt8] { Array(utf8) }
    public init(from frame: Frame) { self.init(body: frame.body) }
    public func write(to frame: inout Frame) { frame.body = bodyBytes() }
}

extension PayloadError {
    init(describing error: any Error) {
        switch error {
        case let error as PayloadError: self = error
        case DecodingError.keyNotFound(let key, let context):
            self = .malformedBody("no '\((context.codingPath + [key]).map(\.stringValue).joined(separator: "."))'")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            self = .malformedBody(path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)")
        default: self = .malformedBody("\(error)")
        }
    }
}
