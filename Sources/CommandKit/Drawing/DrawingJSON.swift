internal import LooseJSON

extension Drawing {
    /// `{"kind": …, …, "errors": […]}`: a member a line, a table's rows a line each.
    func json(_ content: Content) async throws -> [Failure] {
        try canvas.write("{\n  \"kind\": \(JSON.string(kind))")
        let failures = try await jsonMembers(content)
        if !failures.isEmpty {
            try canvas.write(",\n  \"errors\": ")
            try canvas.write(JSON.array(failures.map(\.json)).indented(by: 2))
        }
        try canvas.write("\n}\n")
        return failures
    }

    private func jsonMembers(_ content: Content) async throws -> [Failure] {
        switch content {
        case .table(let listing): return try await jsonList("items", listing)
        case .record(let listing): return try await listing.items({ try jsonMembers($0) }, canvas.flush)
        case .message(let message):
            try jsonMembers(message.members)
            return message.failures
        case .sections(let parts, var failures):
            for part in parts {
                if case .table(let listing) = part.content {
                    failures += try await jsonList(part.key, listing)
                } else {
                    let (value, more) = try await part.content.value()
                    try jsonMembers([JSON.Member(.string(part.key), value)])
                    failures += more
                }
            }
            return failures
        case .series: return []
        }
    }

    private func jsonMembers(_ members: [JSON.Member]) throws {
        for member in members {
            try canvas.write(",\n  \(member.key): ")
            try canvas.write(member.value.indented(by: 2))
        }
    }

    private func jsonList(_ key: String, _ listing: Listing) async throws -> [Failure] {
        try canvas.write(",\n  \(JSON.string(key)): [")
        let rows = Counter()
        let failures = try await listing.items(
            { members in
                try canvas.write(rows.next() == 0 ? "\n    " : ",\n    ")
                try canvas.write(JSON.object(members).description)
            }, canvas.flush)
        try canvas.write(rows.count == 0 ? "]" : "\n  ]")
        return failures
    }

    /// An item a line; the parts of a report say in `section` which they belong to.
    func jsonLines(_ content: Content) async throws -> [Failure] { try await jsonLines(content, []) }

    private func jsonLines(_ content: Content, _ prefix: [JSON.Member]) async throws -> [Failure] {
        func write(_ members: [JSON.Member]) throws {
            try canvas.write(JSON.object(prefix + members).description + "\n")
        }
        switch content {
        case .table(let listing), .record(let listing): return try await listing.items(write, canvas.flush)
        case .message(let message):
            if !message.members.isEmpty { try write(message.members) }
            return message.failures
        case .sections(let parts, var failures):
            for part in parts {
                failures += try await jsonLines(part.content, [JSON.Member(.string("section"), .string(part.key))])
            }
            return failures
        case .series: return []
        }
    }
}

extension Content {
    /// The whole report as one value, and what failed.
    func value() async throws -> (JSON, [Failure]) {
        let gathered = GatheredRows()
        switch self {
        case .table(let listing):
            let failures = try await listing.items({ gathered.rows.append(.object($0)) }, {})
            return (.array(gathered.rows), failures)
        case .record(let listing):
            let failures = try await listing.items({ gathered.rows.append(.object($0)) }, {})
            return (gathered.rows.first ?? .object([]), failures)
        case .message(let message): return (.object(message.members), message.failures)
        case .sections(let parts, var failures):
            var members: [JSON.Member] = []
            for part in parts {
                let (value, more) = try await part.content.value()
                members.append(JSON.Member(.string(part.key), value))
                failures += more
            }
            return (.object(members), failures)
        case .series: return (.null, [])
        }
    }
}

private final class GatheredRows { var rows: [JSON] = [] }

final class Counter {
    private(set) var count = 0
    func next() -> Int {
        defer { count += 1 }
        return count
    }
}

extension Failure {
    var json: JSON {
        .object([
            JSON.Member(.string("target"), target.cell), JSON.Member(.string("code"), code.cell),
            JSON.Member(.string("message"), message.cell),
        ])
    }
}
