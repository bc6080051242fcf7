import AdminClient
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct ColdDataTests {
    private func limits(_ bench: Bench) async throws -> JSON? {
        let items = try await bench.run("getColdDataFlowCtrInfo -b \(bench.broker) --json").json()["items"]?.array
        return items?.first?["info"]?["configTable"]
    }

    @Test func `getColdDataFlowCtrInfo prints a heading and the broker's JSON, in Java's order`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("updateColdDataFlowCtrGroupConfig -b \(bench.broker) -g G -v 1024")
            let text = try await bench.run("getColdDataFlowCtrInfo -b \(bench.broker)").text
            #expect(
                text == """
                     ============\(bench.broker)============
                    {
                    \t"globalAcc":0,
                    \t"cgColdReadThreshold":3145728,
                    \t"configTable":{
                    \t\t"G":1024
                    \t},
                    \t"globalColdReadThreshold":104857600,
                    \t"runtimeTable":{}
                    }

                    """)
        }
    }

    @Test func `getColdDataFlowCtrInfo of a cluster asks its slaves too`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let json = try await bench.run("getColdDataFlowCtrInfo -c DefaultCluster --json").json()
            let items = json["items"]?.array ?? []
            #expect(items.map { $0["broker"]?.string } == bench.sandbox.brokers.map(\.address))
            #expect(items.allSatisfy { $0["info"]?["globalAcc"]?.int == 0 })
            #expect(await bench.failure("getColdDataFlowCtrInfo -c Nope") is NotFoundError)
            #expect(await bench.failure("getColdDataFlowCtrInfo") is UsageError)
        }
    }

    @Test func `a group's limit is set and taken back`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let brokers = bench.sandbox.brokers.map(\.address)
            let set = try await bench.run("updateColdDataFlowCtrGroupConfig -c DefaultCluster -g G -v 7")
            #expect(set.lines == brokers.map { "updateColdDataFlowCtrGroupConfig success, \($0)" })
            #expect(try await limits(bench) == ["G": 7])
            let more = try await bench.run("updateColdDataFlowCtrGroupConfig -b \(bench.broker) -g H -v 8 --json")
            #expect(try more.json()["items"]?.array?.map { $0["broker"]?.string } == [bench.broker])
            let gone = try await bench.run("removeColdDataFlowCtrGroupConfig -c DefaultCluster -g G")
            #expect(gone.lines == brokers.map { "remove broker cold read threshold success, \($0)" })
            #expect(try await limits(bench) == ["H": 8])
            let rest = try await bench.run("removeColdDataFlowCtrGroupConfig -b \(bench.broker) -g H --json").json()
            #expect(rest["items"]?.array?.map { $0["broker"]?.string } == [bench.broker])
            #expect(try await limits(bench) == [:])
        }
    }

    @Test func `a limit needs a number and a cluster that is known, and a dry run sets none`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("updateColdDataFlowCtrGroupConfig -b \(bench.broker) -g G -v x") is UsageError)
            #expect(await bench.failure("updateColdDataFlowCtrGroupConfig -c Nope -g G -v 1") is NotFoundError)
            #expect(await bench.failure("removeColdDataFlowCtrGroupConfig -c Nope -g G") is NotFoundError)
            let plan = await bench.failure("removeColdDataFlowCtrGroupConfig -c DefaultCluster -g G --dry-run") as? Plan
            #expect(plan?.summary == "remove the cold read limit of G from 1 broker")
            #expect(try await limits(bench) == [:])
        }
    }

    @Test func `setCommitLogReadAheadMode prints what each broker said`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let text = try await bench.run("setCommitLogReadAheadMode -b \(bench.broker) -m 1").text
            #expect(
                text == " ============\(bench.broker)============\n"
                    + "commitLog set readAhead mode rstStrset commitlog readahead mode success, mode: 1\n")
            let config = try await bench.run("getBrokerConfig -b \(bench.broker)").lines
            #expect(config.contains("dataReadAheadEnable                               =  false"))
            let json = try await bench.run("setCommitLogReadAheadMode -c DefaultCluster -m 0 --json").json()
            let items = json["items"]?.array ?? []
            #expect(items.map { $0["broker"]?.string } == bench.sandbox.brokers.map(\.address))
            #expect(items.allSatisfy { $0["result"]?.string == "set commitlog readahead mode success, mode: 0" })
        }
    }

    @Test func `setCommitLogReadAheadMode has two modes`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("setCommitLogReadAheadMode -b \(bench.broker) -m 2") is UsageError)
            #expect(await bench.failure("setCommitLogReadAheadMode -c Nope -m 1") is NotFoundError)
        }
    }
}
