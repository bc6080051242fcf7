extension Drawing {
    func text(_ content: Content) async throws -> [Failure] {
        switch content {
        case .table(let listing), .record(let listing):
            return try await listing.lines(isRaw)({ try canvas.write($0 + "\n") }, canvas.flush)
        case .sections(let parts, var failures):
            for part in parts { failures += try await text(part.content) }
            return failures
        case .message(let message):
            for line in message.lines {
                try canvas.write((isRaw ? line : line.escapingControls(keepingLines: true)) + "\n")
            }
            return message.failures
        case .series: return []
        }
    }
}
