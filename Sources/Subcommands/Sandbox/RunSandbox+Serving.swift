import AdminClient
import CommandKit
import EventLoop
import Sandbox

extension RunSandbox {
    /// The cluster that the options describe, until it is interrupted or its command ends.
    func cluster(_ session: Session) throws -> Series<Message> {
        let plain = try population.settle(in: storage.add(to: shape.options(), session))
        var options = try brokers.complete(plain, shape, session.notify)
        let terms = try secrecy.terms(session)
        let keys = try access.keys(session, of: options.serverVersion)
        options.access = keys?.control
        let ready = options
        return Series { emit in try await serve(ready, terms, keys, on: session.admin.loop, emit) }
    }

    /// Serves, with TLS where there are terms for it.
    func serve(
        _ options: SandboxOptions, _ terms: SandboxSecurity.Terms?, _ keys: SandboxAccess.Keys?, on loop: EventLoop,
        _ emit: Series<Message>.Emitter
    ) async throws {
        guard let terms else { return try await serve(options, keys, on: loop, [], emit) }
        let made = try SandboxSecurity(terms)
        defer { if !terms.keepsFiles { made.remove() } }
        var options = options
        options.security = made.security
        try await serve(options, keys, on: loop, made.variables, emit)
    }

    private func serve(
        _ options: SandboxOptions, _ keys: SandboxAccess.Keys?, on loop: EventLoop, _ files: [(String, String)],
        _ emit: Series<Message>.Emitter
    ) async throws {
        do {
            try await Sandbox.with(options, on: loop) { try await use($0, keys, on: loop, files, emit) }
        } catch let error as BrokerFileError {
            throw UsageError(error.description)
        } catch let error as StorageError {
            if case .inUse = error { throw UsageError("\(error)") }
            throw error
        } catch EventLoopError.system(let reason, let operation) where operation == "bind" || operation == "listen" {
            throw UsageError("cannot listen on port \(options.port): \(reason); --port 0 takes any that is free")
        }
    }

    private func use(
        _ sandbox: Sandbox, _ keys: SandboxAccess.Keys?, on loop: EventLoop, _ files: [(String, String)],
        _ emit: Series<Message>.Emitter
    ) async throws {
        var variables = [("NAMESRV_ADDR", sandbox.nameServerAddress)]
        if !sandbox.controllerAddresses.isEmpty {
            variables.append(("CONTROLLER_ADDR", sandbox.controllerAddresses.joined(separator: ";")))
        }
        if let container = sandbox.containerAddress { variables.append(("CONTAINER_ADDR", container)) }
        variables += files
        guard command.isEmpty else {
            // A context of the user's, or a variable, does not speak of this cluster.
            variables += keys?.variables ?? []
            let switched = ["MQADMIN_TLS": files.isEmpty ? "false" : "true"]
            throw try await CommandEnded(command, on: loop, environment: switched.merging(variables) { $1 })
        }
        variables += keys?.shown ?? []
        try await emit(
            Message(
                variables.map { "\($0)=\($1)" },
                fields: [
                    "namesrvAddr": sandbox.nameServerAddress, "brokers": sandbox.brokers.map(\.address),
                    "controllers": sandbox.controllerAddresses, "container": sandbox.containerAddress,
                    "tlsCa": files.first?.1, "accessKey": keys?.variables.first?.1,
                ]))
        try await loop.sleep(until: .never)
    }
}
