public import AdminProtocol
internal import EventLoop

/// What one peer of several answered.
public struct Answer<Value: Sendable>: Sendable {
    public var from: PeerAddress
    public var result: Result<Value, any Error>

    public init(from: PeerAddress, result: Result<Value, any Error>) { (self.from, self.result) = (from, result) }
}

extension Admin {
    /// How many requests of one broadcast are under way at once.
    public static let widest = 1024

    /// Sends `request` to every address at once; one slow or dead peer delays no other.
    ///
    /// The answers keep the order of the addresses, and all have the same deadline.
    public nonisolated func broadcast<R: Request>(
        _ request: R, to addresses: [PeerAddress], within limit: Duration? = nil
    ) async -> [Answer<R.Response>] {
        let waited = limit ?? settings.timeout
        let deadline = Deadline.after(waited)
        let results = await gather(addresses) { address in
            try await self.send(request, to: address, until: deadline, waited)
        }
        return zip(addresses, results).map { Answer(from: $0, result: $1) }
    }

    /// Does `work` for each item, as many at once as `limit` says, and keeps the order of the items.
    public nonisolated func gather<Item: Sendable, Value: Sendable>(
        _ items: [Item], atOnce limit: Int = widest, _ work: @escaping @Sendable (Item) async throws -> Value
    ) async -> [Result<Value, any Error>] {
        await withTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
            var results = [Result<Value, any Error>?](repeating: nil, count: items.count)
            for (index, item) in items.enumerated() {
                if index >= limit, let (done, result) = await group.next() { results[done] = result }
                group.addTask { (index, await outcome { try await work(item) }) }
            }
            for await (done, result) in group { results[done] = result }
            return results.compactMap { $0 }
        }
    }
}

private func outcome<Value>(_ body: () async throws -> Value) async -> Result<Value, any Error> {
    do { return .success(try await body()) } catch { return .failure(error) }
}
