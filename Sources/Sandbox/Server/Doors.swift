internal import EventLoop

/// Where the servers of a sandbox listen from the start.
struct Doors: Sendable {
    let nameServer: Listener
    private(set) var controllers: [Listener] = []
    private(set) var container: Listener?
    private(set) var brokers: [Listener] = []

    /// Those that listen as long as the sandbox is there: a broker or controller that ends gives up its own.
    var lasting: Doors {
        var doors = self
        (doors.brokers, doors.controllers) = ([], [])
        return doors
    }

    /// Throws `EventLoopError` when a port cannot be had.
    init(_ options: SandboxOptions, on loop: EventLoop) async throws {
        nameServer = try await Listener.listen(host: options.host, port: options.port, on: loop)
        for _ in 0..<options.controllers { controllers.append(try await Listener.listen(host: options.host, on: loop)) }
        if options.hasContainer { container = try await Listener.listen(host: options.host, on: loop) }
        for port in options.brokerPorts {
            do { brokers.append(try await Listener.listen(host: options.host, port: port, on: loop)) } catch let error
                as EventLoopError where port != 0
            { throw BrokerFileError("listenPort=\(port): \(error)") }
        }
    }
}
