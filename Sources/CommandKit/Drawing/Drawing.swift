/// Draws reports in one format, and hands the bytes on in chunks.
public struct Drawing {
    /// Receives bytes as they are ready; called with at most a few dozen kilobytes at a time.
    public typealias Sink = ([UInt8]) throws -> Void

    let format: Format
    let kind: String
    let isRaw: Bool
    let selection: Selection
    let canvas: Canvas
    let memory: ResultMemory?

    /// A drawing of what the command `kind` answers.
    ///
    /// `raw` leaves control characters from the network in text as they came; `memory` keeps what is drawn.
    public init(
        _ format: Format, kind: String, raw isRaw: Bool = false, selection: Selection = Selection(),
        memory: ResultMemory? = nil, to sink: @escaping Sink
    ) {
        (self.format, self.kind, self.isRaw, canvas) = (format, kind, isRaw, Canvas(sink))
        (self.selection, self.memory) = (selection, memory)
    }

    /// Draws a report, and returns what failed in it.
    ///
    /// Throws what the sink throws, and what a stream of rows does while it is being drawn; what came before that has
    /// been written.
    @discardableResult
    public func draw(_ report: any Report) async throws -> [Failure] { try await draw(whole: report.content) }

    /// Draws a result again that `memory` kept; nothing where it kept none.
    @discardableResult
    public func draw(again memory: ResultMemory) async throws -> [Failure] {
        guard let content = memory.content else { return [] }
        return try await draw(whole: content)
    }

    private func draw(whole content: Content) async throws -> [Failure] {
        do {
            let failures = try await draw(content)
            try canvas.flush()
            return failures
        } catch {
            try canvas.flush()
            throw error
        }
    }

    private func draw(_ content: Content) async throws -> [Failure] {
        if case .series(let produce) = content { return try await draw(series: produce) }
        let content = try await content.selected(selection)
        if memory != nil { content.keepRows() }
        let failures =
            switch format {
            case .text: try await text(content)
            case .json: try await json(content)
            case .jsonl: try await jsonLines(content)
            case .yaml: try await yaml(content)
            case .csv: try await csv(content)
            }
        memory?.keep(content, of: kind)
        return failures
    }

    private func draw(
        series produce: (@escaping (Content) async throws -> Void) async throws -> Void
    ) async throws -> [Failure] {
        let all = Gathered()
        try await produce { content in
            all.failures += try await draw(content)
            try canvas.flush()
        }
        return all.failures
    }

    private final class Gathered { var failures: [Failure] = [] }
}

/// Collects bytes and hands them on in chunks.
final class Canvas {
    private let sink: Drawing.Sink
    private var bytes: [UInt8] = []
    private let chunk = 32 * 1_024

    init(_ sink: @escaping Drawing.Sink) { self.sink = sink }

    func write(_ text: some StringProtocol) throws {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= chunk { try flush() }
    }

    func write(_ more: some Collection<UInt8>) throws {
        bytes.append(contentsOf: more)
        if bytes.count >= chunk { try flush() }
    }

    func flush() throws {
        guard !bytes.isEmpty else { return }
        defer { bytes.removeAll(keepingCapacity: true) }
        try sink(bytes)
    }
}
