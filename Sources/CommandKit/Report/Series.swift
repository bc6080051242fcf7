/// Reports that come one after the other, such as those of a command that repeats itself; each is drawn whole.
public struct Series<Item: Report>: Report {
    private let produce: @Sendable (Emitter) async throws -> Void

    /// A series of the reports that `produce` emits, which runs while they are drawn.
    public init(_ produce: @escaping @Sendable (Emitter) async throws -> Void) { self.produce = produce }

    public static var shape: Shape { Item.shape }

    public var content: Content {
        .series { draw in try await produce(Emitter { try await draw($0.content) }) }
    }

    /// What the producer hands its reports to; it belongs to the task that draws.
    public struct Emitter {
        let emit: (Item) async throws -> Void

        /// Draws one report and writes it.
        public func callAsFunction(_ report: Item) async throws { try await emit(report) }
    }
}
