import Synchronization
import Testing

@testable import CommandKit

private final class Runs: Sendable {
    let count = Atomic(0)
}

@Suite struct ResultMemoryTests {
    /// Draws as text with a memory, then what it kept as JSON lines; also tells how often the report was made.
    private func drawnTwice(_ report: any Report, _ memory: ResultMemory = ResultMemory()) async throws -> String {
        var bytes: [UInt8] = []
        try await Drawing(.text, kind: "sample", memory: memory) { _ in }.draw(report)
        try await Drawing(.jsonl, kind: "sample") { bytes += $0 }.draw(again: memory)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `a stream is drawn again without asking for its rows again`() async throws {
        let runs = Runs()
        let stream = Table<SampleFigure> { emit in
            runs.count.add(1, ordering: .relaxed)
            try emit(SampleFigure(broker: "a", id: 1))
        }
        #expect(try await drawnTwice(stream).hasPrefix(#"{"broker":"a","id":1"#))
        #expect(runs.count.load(ordering: .relaxed) == 1)
    }

    @Test func `of a series the last report is kept`() async throws {
        let series = Series<Message> { emit in
            for number in 1...3 { try await emit(Message("\(number)", fields: ["number": number])) }
        }
        #expect(try await drawnTwice(series) == "{\"number\":3}\n")
    }

    @Test func `what failed half-way is not kept`() async throws {
        struct Cut: Error {}
        let memory = ResultMemory()
        let stream = Table<SampleFigure> { _ in throw Cut() }
        await #expect(throws: Cut.self) { try await drawnTwice(stream, memory) }
        #expect(memory.kind == nil)
        #expect(try await drawnTwice(Message("x"), memory) == "{\"message\":\"x\"}\n")
    }
}
