import CommandKit

/// Ids of brokers, separated by semicolons.
struct BrokerIDs: ArgumentValue {
    static let kind = ValueKind("id;…", expects: "numbers separated by semicolons")
    let numbers: [Int]

    init(argument: String) throws(MalformedValue) {
        let parts = argument.split(separator: ";").map { String($0).trimmed }
        numbers = parts.compactMap { Int($0) }
        if numbers.isEmpty || numbers.count < parts.count { throw MalformedValue() }
    }

    var text: String { numbers.map(String.init).joined(separator: ";") }
    var argument: String? { text }
}
