import CommandKit

/// Several stores, separated by semicolons.
struct StoreKinds: ArgumentValue {
    static let kind = ValueKind("store;…", expects: StoreKind.kind.expectation)
    let kinds: [StoreKind]

    init(argument: String) throws(MalformedValue) {
        var kinds: [StoreKind] = []
        for name in argument.split(separator: ";") where !String(name).trimmed.isEmpty {
            kinds.append(try StoreKind(argument: String(name)))
        }
        if kinds.isEmpty { throw MalformedValue() }
        self.kinds = kinds
    }

    var argument: String? { kinds.map(\.rawValue).joined(separator: ";") }
}

/// A folder that is there already.
struct FolderPath: ArgumentValue {
    static let kind = ValueKind("directory", completion: .directory)
    let text: String

    init(argument: String) throws(MalformedValue) {
        text = argument.trimmed
        if text.isEmpty { throw MalformedValue("a directory, not an empty text") }
    }

    var argument: String? { text }
}
