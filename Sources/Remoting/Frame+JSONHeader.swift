import LooseJSON

extension Frame {
    init(jsonHeader bytes: ArraySlice<UInt8>) throws(FrameError) {
        let header: JSON
        do throws(JSONError) { header = try JSON(parsing: bytes) } catch { throw .malformedHeader(error) }
        guard let members = header.members else { throw .invalidHeaderField("outermost value") }
        guard let code = header["code"] else { throw .missingHeaderField("code") }
        guard let opaque = header["opaque"] else { throw .missingHeaderField("opaque") }
        self.init(code: try code.integer("code"), opaque: try opaque.integer("opaque"))
        for member in members {
            switch (member.key, member.value) {
            case ("language", .string(let name)): language = Language(name: name)
            case ("version", let value): version = try value.integer("version")
            case ("flag", let value): kind = Kind(flag: try value.integer("flag"))
            case ("remark", .string(let text)): remark = text
            case ("extFields", .object(let members)): fields = Frame.fields(members)
            default: continue
            }
        }
    }

    /// Header fields as text: clients in other languages write numbers and truth values for some of them.
    private static func fields(_ members: [JSON.Member]) -> [String: String] {
        var fields = [String: String](minimumCapacity: members.count)
        for member in members where !member.value.isNull {
            guard let key = member.key.scalarText else { continue }
            fields[key] = member.value.scalarText ?? member.value.looseDescription
        }
        return fields
    }
}

extension Frame.Kind {
    init(flag: Int32) { self = flag & 1 == 1 ? .response : flag & 2 == 2 ? .oneway : .request }
}

extension JSON {
    fileprivate func integer<Value: FixedWidthInteger>(_ name: String) throws(FrameError) -> Value {
        guard let value = int.flatMap(Value.init(exactly:)) else { throw .invalidHeaderField(name) }
        return value
    }
}

extension Frame {
    /// Writes the header member by member: a tree of values would cost more than all the rest of an answer.
    func encodeJSONHeader(into bytes: inout [UInt8]) {
        bytes.append("{\"code\":", code)
        bytes.append(",\"language\":")
        bytes.append(quoted: language.name)
        bytes.append(",\"version\":", version)
        bytes.append(",\"opaque\":", Int(opaque))
        bytes.append(",\"flag\":", Int(flag))
        if let remark {
            bytes.append(",\"remark\":")
            bytes.append(quoted: remark)
        }
        if !fields.isEmpty {
            bytes.append(",\"extFields\":")
            var separator = UInt8(ascii: "{")
            for key in fields.keys.sorted() {
                bytes.append(separator)
                bytes.append(quoted: key)
                bytes.append(UInt8(ascii: ":"))
                bytes.append(quoted: fields[key] ?? "")
                separator = UInt8(ascii: ",")
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    fileprivate mutating func append(_ text: StaticString, _ number: Int) {
        append(text)
        append(contentsOf: String(number).utf8)
    }

    /// A text in quotes; one that needs no escapes, as most, is copied.
    fileprivate mutating func append(quoted text: String) {
        let isPlain = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if !isPlain { return JSON.string(text).write(into: &self) }
        append(UInt8(ascii: "\""))
        append(contentsOf: text.utf8)
        append(UInt8(ascii: "\""))
    }
}
