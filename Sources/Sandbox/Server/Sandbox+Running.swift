public import EventLoop

extension Sandbox {
    /// Starts a cluster, lends it to `body` when every broker is registered, and stops it when `body` is done.
    ///
    /// Throws `EventLoopError` when a port cannot be had, `StorageError` when the folder cannot be used, `BrokerFileError`
    /// when a broker cannot be as its file has it, and what `body` throws.
    public static func with<Value: Sendable>(
        _ options: SandboxOptions = SandboxOptions(), on loop: EventLoop,
        _ body: (Sandbox) async throws -> Value
    ) async throws -> Value {
        DescriptorLimit.raise()
        nonisolated(unsafe) let data = try DataFolder(options.storage)
        defer { data?.end() }
        // Nothing else may hold the listeners: a server that ends frees its port.
        let sandbox = try Sandbox(options, on: loop, at: await Doors(options, on: loop), keptIn: data)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await sandbox.keepData() }
            group.addTask { await sandbox.runNameServer() }
            group.addTask { await sandbox.runServers() }
            group.addTask { await sandbox.runContainer() }
            defer { group.cancelAll() }
            try await sandbox.waitForRegistration()
            return try await body(sandbox)
        }
    }

    private func runNameServer() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.accept(at: self.doors.nameServer, for: .nameServer) }
            while !Task.isCancelled {
                try? await loop.sleep(until: .after(options.expiryScan))
                nameServer.routes.removeExpiredBrokers()
            }
        }
    }

    private func runContainer() async {
        guard let listener = doors.container else { return }
        await withDiscardingTaskGroup { group in
            group.addTask { await self.accept(at: listener, for: .container) }
            await fillOrders()
        }
    }

    private func waitForRegistration() async throws {
        for place in places {
            try await loop.value(of: place.server.registration.started, until: .after(.seconds(30)))
        }
    }

    /// Stops one broker as an operator would: it says good-bye to the name server, and its connections end.
    public func stop(_ broker: BrokerInfo) async throws {
        guard let index = brokers.firstIndex(of: broker) else { return }
        places[index].server.registration.close()
        try await loop.value(of: places[index].server.registration.gone, until: .after(.seconds(5)))
    }
}
