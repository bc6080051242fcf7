public import EventLoop

extension Sandbox {
    /// Starts a cluster, lends it to `body` when every broker is registered, and stops it when `body` is done.
    ///
    /// Throws `EventLoopError` when a port cannot be had, `StorageError` when the folder cannot be used, and what `body`
    /// throws.
    public static func with<Value: Sendable>(
        _ options: SandboxOptions = SandboxOptions(), on loop: EventLoop,
        _ body: (Sandbox) async throws -> Value
    ) async throws -> Value {
        DescriptorLimit.raise()
        let doors = try await Doors(options, on: loop)
        nonisolated(unsafe) let data = try DataFolder(options.storage)
        defer { data?.end() }
        let sandbox = try Sandbox(options, on: loop, at: doors, keptIn: data)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await sandbox.keepData() }
            group.addTask { await sandbox.runNameServer() }
            group.addTask { await sandbox.runControllers() }
            group.addTask { await sandbox.runBrokers() }
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

    private func runControllers() async {
        await withDiscardingTaskGroup { group in
            for (index, listener) in doors.controllers.enumerated() {
                group.addTask { await self.accept(at: listener, for: .controller(index)) }
            }
        }
    }

    private func runBrokers() async {
        await withDiscardingTaskGroup { group in
            for index in places.indices { group.addTask { await self.runBroker(index) } }
            guard let listener = doors.container else { return }
            group.addTask { await self.accept(at: listener, for: .container) }
            await fillOrders(&group)
        }
    }

    func runBroker(_ index: Int) async {
        await withDiscardingTaskGroup { group in
            if let listener = places[index].listener {
                group.addTask { await self.accept(at: listener, for: .broker(index)) }
            }
            group.addTask { await self.runErrands(of: index) }
            await keepRegistered(index)
            group.cancelAll()
        }
        places[index].listener = nil
        broker(index).registration.gone.redeem(.success(()))
    }

    private func waitForRegistration() async throws {
        for place in places {
            try await loop.value(of: place.broker.registration.started, until: .after(.seconds(30)))
        }
    }

    /// Stops one broker as an operator would: it says good-bye to the name server, and its connections end.
    public func stop(_ broker: BrokerInfo) async throws {
        guard let index = brokers.firstIndex(of: broker) else { return }
        places[index].broker.registration.close()
        try await loop.value(of: places[index].broker.registration.gone, until: .after(.seconds(5)))
    }
}
