internal import LooseJSON

extension JSON {
    /// Over several lines, two blanks deeper for each level; the first line is not indented.
    func indented(by depth: Int) -> String {
        let inner = String.blanks(depth + 2)
        let outer = String.blanks(depth)
        switch self {
        case .array(let items) where !items.isEmpty:
            let lines = items.map { inner + $0.indented(by: depth + 2) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { member in
                // Keys of the wire may be numbers and objects; those of JSON are strings.
                let key = member.key.string == nil ? JSON.string(member.key.description) : member.key
                return "\(inner)\(key): " + member.value.indented(by: depth + 2)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
        default: return description
        }
    }
}
