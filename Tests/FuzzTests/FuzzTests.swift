import Foundation
import RecordingSupport
import Testing

/// Random and mutated recorded bytes through every decoder: no crash, no hang, no more memory than limits allow.
///
/// `FUZZ_SEED` repeats a run, `FUZZ_SECONDS` prolongs it; both are named when something is found.
@Suite(.serialized) struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seconds = environment["FUZZ_SECONDS"].flatMap { Double($0) } ?? 0.4
    private static let seed =
        environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000_000)

    @Test(.timeLimit(.minutes(5)), arguments: FuzzTarget.all)
    func `hostile bytes end in a value or an error`(target: FuzzTarget) throws {
        let seeds = try target.seeds()
        try #require(!seeds.isEmpty)
        for seed in seeds { try check(target, seed, "a seed itself", mayThrow: target.name == "Codable") }
        var mutator = Mutator(generator: SeededGenerator(seed: FuzzTests.seed))
        let clock = ContinuousClock()
        let end = clock.now + .seconds(FuzzTests.seconds)
        var attempts = 0
        while attempts < 200 || clock.now < end {
            attempts += 1
            try check(target, mutator.input(from: seeds), "FUZZ_SEED=\(FuzzTests.seed), attempt \(attempts)")
        }
    }

    private func check(_ target: FuzzTarget, _ bytes: [UInt8], _ origin: String, mayThrow: Bool = true) throws {
        var count = 0
        let time = ContinuousClock().measure {
            do {
                count = try target.run(bytes)
            } catch let finding as Finding {
                Issue.record("\(target.name), \(origin): \(finding), from \(Data(bytes).base64EncodedString())")
            } catch  where !mayThrow {
                Issue.record("\(target.name), \(origin): \(error), from \(Data(bytes).base64EncodedString())")
            } catch {}
        }
        let most = target.growth.factor * bytes.count + target.growth.constant
        // Generous: a loaded machine under a sanitizer may take its time, a quadratic decoder takes minutes.
        guard count > most || time > .seconds(10) else { return }
        let text = Data(bytes.prefix(4096)).base64EncodedString()
        Issue.record("\(target.name), \(origin): \(count) bytes held of \(most), \(time), from \(text)")
    }
}
