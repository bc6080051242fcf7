import AdminClient
import AdminProtocol
import LooseJSON
import Sandbox
import Subcommands
import Testing

@Suite("Faults on demand")
struct SandboxFaultTests {
    @Test("faults are added, listed and removed through the name server of the sandbox")
    func controls() throws {
        try Bench.with { bench in
            #expect(
                try await bench.run("sandbox fault add --code get_routeinfo_by_topic --refuse TOPIC_NOT_EXIST").text
                    == "fault 1 is in place\n")
            #expect(
                try await bench.run("sandbox fault add --server broker-a --delay 2s --drop=answer --times 3 --json")
                    .json()["id"] == 2)
            let rows = try await bench.run("sandbox fault list --json").items()
            #expect(rows.map { $0["id"] } == [1, 2])
            #expect(rows[0]["request"] == "GET_ROUTEINFO_BY_TOPIC" && rows[0]["refusal"] == 17)
            #expect(rows[1]["does"] == "dropAnswer" && rows[1]["delayMillis"] == 2000 && rows[1]["left"] == 3)
            #expect(
                try await bench.run("sandbox fault list").lines.last
                    == "2       *                             broker-a  delay 2s, dropAnswer  3      0")
            #expect(try await bench.run("sandbox fault remove 1").text == "1 fault removed\n")
            #expect(try await bench.run("sandbox fault clear").text == "1 fault removed\n")
            #expect(try await bench.run("sandbox fault list --json").items().isEmpty)
        }
    }
}
