import AdminClient
import CommandKit
import EventLoop
import Sandbox

extension RunSandbox {
    func serve(
        _ options: SandboxOptions, on loop: EventLoop, _ emit: Series<Message>.Emitter
    ) async throws {
        do {
            try await Sandbox.with(options, on: loop) { try await use($0, on: loop, emit) }
        } catch EventLoopError.system(let reason, let operation) where operation == "bind" || operation == "listen" {
            throw UsageError("cannot listen on port \(options.port): \(reason); --port 0 takes any that is free")
        }
    }

    private func use(_ sandbox: Sandbox, on loop: EventLoop, _ emit: Series<Message>.Emitter) async throws {
        var addresses = [("NAMESRV_ADDR", sandbox.nameServerAddress)]
        if !sandbox.controllerAddresses.isEmpty {
            addresses.append(("CONTROLLER_ADDR", sandbox.controllerAddresses.joined(separator: ";")))
        }
        if let container = sandbox.containerAddress { addresses.append(("CONTAINER_ADDR", container)) }
        guard command.isEmpty else {
            throw try await CommandEnded(
                command, on: loop, environment: Dictionary(uniqueKeysWithValues: addresses))
        }
        try await emit(
            Message(
                addresses.map { "\($0)=\($1)" },
                fields: [
                    "namesrvAddr": sandbox.nameServerAddress, "brokers": sandbox.brokers.map(\.address),
                    "controllers": sandbox.controllerAddresses, "container": sandbox.containerAddress,
                ]))
        try await loop.sleep(until: .never)
    }
}
