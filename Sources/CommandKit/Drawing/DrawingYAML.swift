internal import CYAML
internal import LooseJSON

extension Drawing {
    /// One YAML document with the members of the JSON one.
    func yaml(_ content: Content) async throws -> [Failure] {
        let writer = try YAMLWriter(canvas)
        try writer.beginMapping()
        try writer.write([JSON.Member(.string("kind"), .string(kind))])
        let failures = try await yamlMembers(content, writer)
        if !failures.isEmpty {
            try writer.write([JSON.Member(.string("errors"), .array(failures.map(\.json)))])
        }
        try writer.endMapping()
        try writer.finish()
        return failures
    }

    private func yamlMembers(_ content: Content, _ writer: YAMLWriter) async throws -> [Failure] {
        switch content {
        case .table(let listing): return try await yamlList("items", listing, writer)
        case .record(let listing): return try await listing.items({ try writer.write($0) }, canvas.flush)
        case .message(let message):
            try writer.write(message.members)
            return message.failures
        case .sections(let parts, var failures):
            for part in parts {
                if case .table(let listing) = part.content {
                    failures += try await yamlList(part.key, listing, writer)
                } else {
                    try writer.write(.string(part.key))
                    try writer.beginMapping()
                    failures += try await yamlMembers(part.content, writer)
                    try writer.endMapping()
                }
            }
            return failures
        case .series: return []
        }
    }

    private func yamlList(_ key: String, _ listing: Listing, _ writer: YAMLWriter) async throws -> [Failure] {
        try writer.write(.string(key))
        try writer.beginSequence()
        let failures = try await listing.items({ try writer.write(.object($0)) }, canvas.flush)
        try writer.endSequence()
        return failures
    }
}

extension String {
    /// Quoted where a reader would take the plain text for a number, a date, a truth value or nothing.
    var yamlStyle: yaml_scalar_style_t {
        guard let first = utf8.first else { return YAML_SINGLE_QUOTED_SCALAR_STYLE }
        if utf8.contains(0x0a) { return YAML_LITERAL_SCALAR_STYLE }
        let isNumberLike = first >= 0x30 && first <= 0x39 || first == 0x2b || first == 0x2d || first == 0x2e
        let isWord = utf8.count <= 5 && yamlWords.contains(lowercased())
        return isNumberLike || isWord ? YAML_SINGLE_QUOTED_SCALAR_STYLE : YAML_ANY_SCALAR_STYLE
    }
}

/// What YAML 1.1 reads as something else than text.
private let yamlWords: Set<String> = ["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<"]
