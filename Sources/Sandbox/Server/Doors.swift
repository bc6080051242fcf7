internal import EventLoop

/// Where the servers of a sandbox listen from the start.
struct Doors: Sendable {
    let nameServer: Listener
    private(set) var controllers: [Listener] = []
    private(set) var container: Listener?
    private(set) var brokers: [Listener] = []

    /// The rest, once the brokers have theirs: a broker that ends gives up its own.
    var withoutBrokers: Doors {
        var doors = self
        doors.brokers = []
        return doors
    }

    /// Throws `EventLoopError` when a port cannot be had.
    init(_ options: SandboxOptions, on loop: EventLoop) async throws {
        nameServer = try await Listener.listen(host: options.host, port: options.port, on: loop)
        for _ in 0..<options.controllers { controllers.append(try await Listener.listen(host: options.host, on: loop)) }
        if options.hasContainer { container = try await Listener.listen(host: options.host, on: loop) }
        for _ in 0..<(options.masters * (1 + options.slavesPerMaster)) {
            brokers.append(try await Listener.listen(host: options.host, on: loop))
        }
    }
}
