internal import LooseJSON

extension Drawing {
    /// The keys, then a line an item, as RFC 4180 has it; parts of a report are an empty line apart.
    func csv(_ content: Content) async throws -> [Failure] {
        switch content {
        case .table(let listing), .record(let listing):
            try csvLine(listing.keys)
            return try await listing.items({ try csvLine($0.map(\.value.csvText)) }, canvas.flush)
        case .message(let message):
            if message.members.isEmpty { return message.failures }
            try csvLine(message.members.map(\.key.csvText))
            try csvLine(message.members.map(\.value.csvText))
            return message.failures
        case .sections(let parts, var failures):
            for (index, part) in parts.enumerated() {
                if index > 0 { try canvas.write("\r\n") }
                failures += try await csv(part.content)
            }
            return failures
        case .series: return []
        }
    }

    private func csvLine(_ cells: [String]) throws {
        try canvas.write(cells.map(\.csvQuoted).joined(separator: ",") + "\r\n")
    }
}

extension JSON {
    /// A string as it is, nothing for `null`, anything else as JSON.
    var csvText: String {
        switch self {
        case .string(let text): text
        case .null: ""
        default: description
        }
    }
}

extension String {
    fileprivate var csvQuoted: String {
        let needsQuotes = utf8.contains { $0 == 0x2c || $0 == 0x22 || $0 == 0x0d || $0 == 0x0a }
        guard needsQuotes else { return self }
        let doubled = split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return "\"\(doubled)\""
    }
}
