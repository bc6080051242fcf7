internal import AdminProtocol

/// Which tags a consumer wants: `*`, or `TagA || TagB` (`FilterAPI.buildSubscriptionData`).
struct TagFilter {
    /// The tags as they were written; empty for all.
    private(set) var tags: [String] = []

    init(_ expression: String?) {
        guard let expression, expression != "*", !expression.isEmpty else { return }
        // Two bars separate, one is a part of a tag.
        let pieces = expression.split(separator: "|", omittingEmptySubsequences: false)
        tags = pieces.split(whereSeparator: \.isEmpty).map { $0.joined(separator: "|") }
        tags = tags.map(Self.trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: String) -> String {
        String(String(text.drop { $0 == " " }.reversed()).drop { $0 == " " }.reversed())
    }

    /// As a broker filters, by the tag's hash alone; clients look at the tag itself.
    func accepts(tagsCode: Int) -> Bool { tags.isEmpty || tags.contains { JavaHash.tagsCode($0) == tagsCode } }
}
