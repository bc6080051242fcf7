public import LooseJSON

/// Why bytes are not a frame; after one the stream has lost its place, and the connection with it.
public enum FrameError: Error, Equatable {
    /// The announced length is below the four bytes of the header's size or above the limit.
    case lengthOutOfBounds(Int)
    case headerLongerThanFrame(Int)
    case unknownCoding(UInt8)
    case malformedHeader(JSONError)
    case missingHeaderField(String)
    /// The field is there but of the wrong type or out of range.
    case invalidHeaderField(String)
    /// A length inside a binary header is negative or points past the header's end.
    case headerFieldOutOfBounds(String, length: Int)
    /// A binary header ends before its fields do, or goes on after them.
    case headerSizeMismatch(Int)
}

extension FrameError: CustomStringConvertible {
    /// One line for a person.
    public var description: String {
        switch self {
        case .lengthOutOfBounds(let length): "a frame of \(length) bytes was announced"
        case .headerLongerThanFrame(let length): "a header of \(length) bytes was announced in a shorter frame"
        case .unknownCoding(let byte): "the header is in coding \(byte); only 0 (JSON) and 1 (ROCKETMQ) are known"
        case .malformedHeader(let error): "the header is not JSON: \(error)"
        case .missingHeaderField(let name): "the header has no \(name)"
        case .invalidHeaderField(let name): "the header's \(name) is not what it has to be"
        case .headerFieldOutOfBounds(let name, let length): "the header's \(name) claims to be \(length) bytes long"
        case .headerSizeMismatch(let size): "the header is not the \(size) bytes long that it claims"
        }
    }
}
