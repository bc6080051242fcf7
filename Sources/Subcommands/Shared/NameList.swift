internal import CommandKit

/// Names separated by commas; blanks around them do not belong to them.
struct NameList: ArgumentValue {
    static let kind = ValueKind("name,…", expects: "names separated by commas")
    let names: [String]

    init(argument: String) throws(MalformedValue) {
        names = argument.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        if names.isEmpty { throw MalformedValue() }
    }

    var argument: String? { names.joined(separator: ",") }
}
