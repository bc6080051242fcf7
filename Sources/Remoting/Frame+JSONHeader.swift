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
