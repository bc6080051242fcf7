/// A message's properties, in the order of the wire.
///
/// On the wire they are one text, `name U+0001 value U+0002 …` (`MessageDecoder.messageProperties2String`). They are kept
/// so, and read when they are asked for: most messages are only passed on.
public struct MessageProperties: Sendable {
    private var bytes: ArraySlice<UInt8>

    public init(_ pairs: [(name: String, value: String)] = []) { bytes = Self.bytes(of: pairs) }

    /// Pieces without a separator are left out, as `MessageDecoder.string2messageProperties` does.
    public init(wire: String) { bytes = Array(wire.utf8)[...] }

    init(wire bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    public var pairs: [(name: String, value: String)] {
        get {
            bytes.split(separator: Self.pairEnd).compactMap { piece in
                guard let middle = piece.firstIndex(of: Self.nameEnd) else { return nil }
                return (String(decoding: piece[..<middle], as: UTF8.self), Self.value(of: piece, after: middle))
            }
        }
        set { bytes = Self.bytes(of: newValue) }
    }

    /// What is written on the wire; UTF-8.
    var wireBytes: ArraySlice<UInt8> { bytes }

    /// How many bytes the wire's text has.
    public var wireCount: Int { bytes.count }

    /// The text of the wire, as it was read: clients of 5.x end it with a separator, those of 4.9 do not.
    public var wire: String { String(decoding: bytes, as: UTF8.self) }

    public subscript(name: String) -> String? {
        get { piece(of: name).map { Self.value(of: bytes[$0], after: $0.lowerBound + name.utf8.count) } }
        set {
            let piece = piece(of: name)
            guard let newValue else {
                if piece != nil { pairs.removeAll { $0.name == name } }
                return
            }
            if let piece {
                bytes.replaceSubrange(piece, with: Self.bytes(of: [(name, newValue)]))
            } else {
                if let last = bytes.last, last != Self.pairEnd { bytes.append(Self.pairEnd) }
                append(name, newValue)
            }
        }
    }
}

extension MessageProperties {
    private static let nameEnd: UInt8 = 1
    private static let pairEnd: UInt8 = 2

    private mutating func append(_ name: String, _ value: String) {
        bytes += name.utf8
        bytes.append(Self.nameEnd)
        bytes += value.utf8
    }

    /// Where the pair of this name is, without the separator that follows it.
    private func piece(of name: String) -> Range<Int>? {
        var name = name
        let found = name.withUTF8 { name in bytes.withUnsafeBufferPointer { Self.piece(of: name, in: $0) } }
        return found.map { bytes.startIndex + $0.lowerBound..<bytes.startIndex + $0.upperBound }
    }

    private static func piece(
        of name: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: pairEnd) ?? bytes.count
            let middle = start + name.count
            if middle < end, bytes[middle] == nameEnd, bytes[start..<middle].elementsEqual(name) {
                return start..<end
            }
            start = end + 1
        }
        return nil
    }

    private static func value(of piece: ArraySlice<UInt8>, after middle: Int) -> String {
        String(decoding: piece[(middle + 1)...], as: UTF8.self)
    }

    private static func bytes(of pairs: [(name: String, value: String)]) -> ArraySlice<UInt8> {
        var properties = MessageProperties(wire: [])
        for (name, value) in pairs {
            if !properties.bytes.isEmpty { properties.bytes.append(pairEnd) }
            properties.append(name, value)
        }
        return properties.bytes
    }
}

extension MessageProperties: Equatable {
    public static func == (left: MessageProperties, right: MessageProperties) -> Bool {
        left.bytes == right.bytes || left.pairs.elementsEqual(right.pairs) { $0 == $1 }
    }
}

extension MessageProperties: CustomStringConvertible {
    /// As Java prints a map: `{KEYS=order-0, TAGS=TagA}`.
    public var description: String { "{" + pairs.map { "\($0.name)=\($0.value)" }.joined(separator: ", ") + "}" }
}

/// Names of properties that RocketMQ itself gives a meaning (`MessageConst.java`).
public enum MessageProperty {
    public static let keys = "KEYS"
    public static let tags = "TAGS"
    public static let uniqueKey = "UNIQ_KEY"
    public static let waitStoreOK = "WAIT"
    public static let cluster = "CLUSTER"
    public static let traceSwitch = "TRACE_ON"
    public static let region = "MSG_REGION"
    /// Where the queue began and ended when a client pulled the message; clients set them.
    public static let minOffset = "MIN_OFFSET"
    public static let maxOffset = "MAX_OFFSET"
    /// `true` for the first half of a transaction.
    public static let transactionPrepared = "TRAN_MSG"
}
