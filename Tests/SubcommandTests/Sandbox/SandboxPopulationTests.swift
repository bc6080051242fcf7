import CommandKit
import Subcommands
import Testing

@Suite("A populated sandbox")
struct SandboxPopulationTests {
    @Test(arguments: [
        ("--synthetic topics", "not name=number"), ("--synthetic topics=-1", "from 0 to 1000000"),
        ("--synthetic groups=5", "groups need topics"), ("--synthetic queues=3", "no 'queues'"),
        ("--synthetic lag=often", "not name=number"), ("--masters 2 --brokers 3", "the same"),
        ("--brokers 0", "from 1 to 5000"), ("--synthetic topics=1 --data /tmp/none", "together with --data"),
    ])
    func `what it is to hold has to be said well`(_ options: String, _ words: String) async throws {
        try Bench.with { bench in
            let error = try #require(await bench.failure("sandbox --port 0 \(options)"))
            #expect(error is UsageError && "\(error)".contains(words), "\(error)")
        }
    }
}
