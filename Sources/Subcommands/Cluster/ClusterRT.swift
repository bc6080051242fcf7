import AdminClient
import AdminProtocol
import CommandKit
import EventLoop

struct ClusterRT: Subcommand {
    static let about = About(
        "clusterRT", .cluster, "Measure how long brokers take to store a message, until interrupted",
        discussion: """
            Every broker has a topic of its own name; test messages go there, and are stored like any others. RT is \
            the mean of a round in milliseconds, without the first message, which opens the connection.
            """,
        examples: [
            Example("-n 127.0.0.1:9876", "every broker, every ten seconds"),
            Example("-n 127.0.0.1:9876 -c DefaultCluster -a 10 -s 1024 -i 1", "ten messages of 1 KiB, every second"),
            Example("-n 127.0.0.1:9876 -p true -m room-1", "lines for a log, with the place of the measurement"),
        ])

    @Option("a", "amount", "messages to each broker in a round") var amount = 100
    @Option("s", "size", "bytes in a message") var size = 128
    @Option("c", "cluster", "only this cluster") var cluster: ClusterName?
    @Option("p", "print log", "whether to print time|room|cluster|broker|RT instead of a table") var isLog: Bool?
    @Option("m", "machine room", "the room in these lines") var room = "noname"
    @Option("i", "interval", "seconds between rounds") var interval: Seconds = 10

    func run(in session: Session) async throws -> Series<Table<RoundTrip>> {
        guard amount > 0, (1...16_777_216).contains(size) else {
            throw UsageError("a round has at least one message, and a message from 1 byte to 16 MiB")
        }
        let test = RoundTripTest(
            brokers: try await brokers(session.admin), amount: amount, body: Array(repeating: 0x61, count: size),
            producer: Producer(group: "\(session.clock.milliseconds)", admin: session.admin))
        let (interval, isLog, room) = (interval, isLog == true, room.trimmed)
        return Series { emit in
            var isFirst = true
            while true {
                let (rows, failures) = try await test.round(in: session)
                let layout: Layout<RoundTrip> = isLog ? .lines { $0.logLine(room: room) } : .columns(header: isFirst)
                try await emit(Table(rows, layout: layout, failures: failures))
                isFirst = false
                try await session.admin.loop.sleep(until: .after(.seconds(interval.count)))
            }
        }
    }

    /// The name server's order of a cluster's brokers is the one that Java keeps too.
    private func brokers(_ admin: Admin) async throws -> [(cluster: String, broker: String)] {
        let info = try await admin.clusterInfo()
        return try (cluster.map { [$0.text] } ?? info.clusterAddrTable.keys.sorted()).flatMap { cluster in
            _ = try info.groups(of: cluster)
            return (info.clusterAddrTable[cluster] ?? []).map { (cluster, $0) }
        }
    }
}
