import AdminClient
import CommandKit
import LooseJSON
import Remoting
import Sandbox

struct Replay: Subcommand {
    static let about = About(
        "replay", .tool, "Run a command on the servers of a recording",
        discussion: """
            Answers as the servers did whose traffic --trace-wire=FILE recorded: the command runs with NAMESRV_ADDR and \
            MQADMIN_ADDR_MAP set, so that it reaches them by the addresses of the recording, and its exit status is this \
            program's. A request that was not recorded is refused with code 3.
            """,
        examples: [Example("recording.json -- mqadmin clusterList", "list the cluster of a recording")], isLocal: true)

    @Word("file", "the recording") var file: FilePath
    @Words("command", "the command to run", .afterTerminator) var command: [String]

    func run(in session: Session) async throws -> Message {
        guard !command.isEmpty else { throw UsageError("name the command after --") }
        let recording: JSON
        let bytes = try PlainFile.read(file.text)
        do { recording = try JSON(parsing: bytes) } catch {
            throw UsageError("\(file.text) is no recording: \(error)")
        }
        let exchanges = (recording["exchanges"]?.array ?? []).compactMap { RecordedExchange($0) }
        guard !exchanges.isEmpty else { throw UsageError("\(file.text) has no exchanges") }
        let loop = session.admin.loop
        return try await RecordedServers.with(exchanges, on: loop) { servers in
            let names = nameServers(of: exchanges).map { "\(servers.route($0))" }
            let map = servers.places.map { "\($0.recorded)=127.0.0.1:\($0.port)" }
            throw try await CommandEnded(
                command, on: loop,
                environment: [
                    "NAMESRV_ADDR": names.joined(separator: ";"), "MQADMIN_ADDR_MAP": map.joined(separator: ","),
                    "MQADMIN_TLS": "false",
                ])
        }
    }

    /// What `DefaultRequestProcessor` and `ClientRequestProcessor` of the name server of 5.3.3 answer.
    private static let nameServerCodes: Set<Int> = [
        100, 101, 102, 103, 104, 105, 106, 205, 206, 216, 219, 224, 304, 311, 312, 313, 318, 319, 322, 327, 328,
    ]

    /// The servers that were asked for what only name servers know, or else the first of all.
    private func nameServers(of exchanges: [RecordedExchange]) -> [PeerAddress] {
        let asked = exchanges.filter { Self.nameServerCodes.contains($0.request.code) }
        let addresses = (asked.isEmpty ? Array(exchanges.prefix(1)) : asked).map(\.address)
        return Set(addresses).sorted().compactMap { PeerAddress($0) }
    }
}
