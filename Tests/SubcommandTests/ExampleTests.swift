import AdminClient
import CommandKit
import Sandbox
import Subcommands
import Testing

/// The examples of the manual, on a sandbox, as JSON: `Bench.run` holds each document against the command's schema.
@Suite struct ExampleTests {
    /// Those that go on until they are interrupted, or run other programs.
    private static let endless: Set<String> = ["startMonitoring", "clusterRT", "sandbox", "sendMsgStatus", "wait"]

    @Test func `what the examples print as JSON is as their schemas say`() throws {
        try Bench.with(masters: 2) { bench async throws in
            try await withTemporaryFolder { folder in
                var bench = bench
                (bench.folder, bench.environment) = (folder, ["HOME": folder])
                var seen: Set<String> = []
                var refused: [String] = []
                for entry in catalog.entries where !entry.about.isHidden && !Self.endless.contains(entry.about.name) {
                    for example in entry.about.examples {
                        guard let words = words(of: example, on: bench) else { continue }
                        do {
                            let outcome = try await bench.run(words: [entry.about.name] + words + ["--json"])
                            #expect(outcome.text.hasPrefix("{"), "\(entry.about.name) \(example.arguments)")
                            seen.insert(entry.about.name)
                        } catch {
                            // What the sandbox does not have, it refuses; that is not this test's matter.
                            refused.append("\(entry.about.name): \(error)")
                        }
                    }
                }
                #expect(seen.count >= 40, "only \(seen.sorted()); refused: \(refused)")
            }
        }
    }

    /// The example's words, with the sandbox's addresses; nil for one that names files or repeats itself.
    private func words(of example: Example, on bench: Bench) -> [String]? {
        let words = example.words.map { word in
            switch word {
            case "127.0.0.1:9876": bench.sandbox.nameServerAddress
            case "127.0.0.1:10911": bench.broker
            default: word
            }
        }
        let others: Set<String> = ["--", "-i", "--interval", "-f", "--filePath", "backup"]
        let isLocal = words.contains { $0.contains("/") || others.contains($0) }
        return isLocal ? nil : words
    }
}
