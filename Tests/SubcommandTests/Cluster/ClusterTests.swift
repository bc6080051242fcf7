import AdminClient
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite struct ClusterTests {
    @Test func `clusterRT prints a row for each broker, round after round, under one heading`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let outcome = try await bench.run("clusterRT -a 3 -i 1") { text in
                text.split(separator: "\n").count == 5
            }
            #expect(outcome.lines.count == 5)
            #expect(outcome.lines[0].hasPrefix("#Cluster Name             #Broker Name              #RT   #succe"))
            for (line, broker) in zip(outcome.lines.dropFirst(), ["broker-a", "broker-b", "broker-a", "broker-b"]) {
                let cells = line.split(separator: " ").map(String.init)
                #expect(cells.count == 5 && cells[0...1] == ["DefaultCluster", broker] && cells[3...4] == ["3", "0"])
                #expect(Double(cells[2]) != nil)
            }
            let figures = try await bench.run("brokerStatus -b \(bench.broker)").lines
            #expect(figures.contains("msgPutTotalTodayNow             : 6"))
        }
    }

    @Test func `clusterRT -p prints lines for a log`() throws {
        try Bench.with { bench async throws in
            let outcome = try await bench.run("clusterRT -a 1 -p true -m room-1", until: { $0.hasSuffix("\n") })
            let cells = outcome.text.dropLast().split(separator: "|").map(String.init)
            #expect(cells.count == 5 && cells[1...3] == ["room-1", "DefaultCluster", "broker-a"])
            #expect(cells[0].count == 19 && Int(cells[4]) != nil)
        }
    }

    @Test func `clusterRT as JSON is a document a round`() throws {
        try Bench.with { bench async throws in
            let json = try await bench.run("clusterRT -a 2 -i 1 --json", until: { $0.hasSuffix("}\n") }).json()
            let row = try #require(json["items"]?.array?.first)
            #expect(row["brokerName"]?.string == "broker-a" && row["cluster"]?.string == "DefaultCluster")
            #expect(row["successCount"]?.int == 2 && row["failCount"]?.int == 0)
            #expect(try #require(row["time"]?.int) > 0)
        }
    }

    @Test func `clusterRT counts messages that a broker refuses`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("updateBrokerConfig -b \(bench.broker) -k maxMessageSize -v 9")
            let outcome = try await bench.run("clusterRT -a 2 -s 10 --json", until: { $0.hasSuffix("}\n") })
            let json = try outcome.json()
            #expect(json["items"]?.array?.first?["failCount"]?.int == 2)
            #expect(json["errors"]?.array?.count == 1)
        }
    }

    @Test func `clusterRT needs a cluster that is known, and rounds with messages`() throws {
        try Bench.with { bench async throws in
            #expect(await bench.failure("clusterRT -c Nope") is NotFoundError)
            #expect(await bench.failure("clusterRT -a 0") is UsageError)
            #expect(await bench.failure("clusterRT -s 0") is UsageError)
        }
    }

    @Test func `clusterList -i prints the table again`() throws {
        try Bench.with { bench async throws in
            let outcome = try await bench.run("clusterList -i 1") { $0.split(separator: "\n").count == 4 }
            #expect(outcome.lines.filter { $0.hasPrefix("#Cluster Name") }.count == 2)
        }
    }
}
