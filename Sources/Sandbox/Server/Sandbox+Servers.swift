internal import AdminProtocol
internal import EventLoop

/// Brokers and controllers, each of which starts and ends by itself.
extension Sandbox {
    /// A server, which runs or does not.
    struct Place<Server> {
        /// A controller's run, from its start to its end; a broker has a `RegistrationDesk`.
        struct Run {
            let started = Ticket<Void>()
            /// Redeemed when it shall end.
            let ending = Ticket<Void>()
            let ended = Ticket<Void>()
        }

        let server: Server
        var isRunning = true
        /// Where it listens; nil while it does not run, and until one that is started again has a port.
        var listener: Listener?
        var run = Run()

        init(_ server: Server, _ listener: Listener) { (self.server, self.listener) = (server, listener) }
    }

    /// Runs them, and those that are started later, until the task is cancelled.
    func runServers() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for key in launches { group.addTask { await self.run(key) } }
                launches = []
                launchBell = Ticket<Void>()
                try? await loop.value(of: launchBell, until: .never)
            }
        }
    }

    func launch(_ key: ServiceKey) {
        launches.append(key)
        launchBell.redeem(.success(()))
    }

    private func run(_ key: ServiceKey) async {
        switch key {
        case .broker(let index):
            await runBroker(index)
            (places[index].listener, places[index].isRunning) = (nil, false)
            broker(index).registration.gone.redeem(.success(()))
        case .controller(let index):
            await runController(index)
            (controllerPlaces[index].listener, controllerPlaces[index].isRunning) = (nil, false)
            controllerPlaces[index].run.ended.redeem(.success(()))
        case .nameServer, .container: return
        }
    }

    private func runController(_ index: Int) async {
        let (controller, run) = (controllerPlaces[index].server, controllerPlaces[index].run)
        if controllerPlaces[index].listener == nil {
            controllerPlaces[index].listener = await listenAgain(at: controller.port, run.started)
            controllers?.join(index)
        }
        guard let listener = controllerPlaces[index].listener else { return }
        run.started.redeem(.success(()))
        await withDiscardingTaskGroup { group in
            group.addTask { await self.accept(at: listener, for: .controller(index)) }
            try? await loop.value(of: run.ending, until: .never)
            group.cancelAll()
        }
    }

    private func runBroker(_ index: Int) async {
        let broker = broker(index)
        if places[index].listener == nil {
            let listener = await listenAgain(at: UInt16(broker.host.port), broker.registration.started)
            places[index].listener = listener
            broker.move(to: listener?.port)
            if listener != nil { broker.takePart(under: broker.isControlled ? controllers : nil) }
        }
        guard let listener = places[index].listener else { return }
        await withDiscardingTaskGroup { group in
            group.addTask { await self.accept(at: listener, for: .broker(index)) }
            group.addTask { await self.follow(index) }
            group.addTask { await self.runErrands(of: index) }
            await keepRegistered(index)
            group.cancelAll()
        }
    }

    /// The former port of a server that starts again, or any other one; what goes wrong redeems the ticket.
    private func listenAgain(at port: UInt16, _ started: Ticket<Void>) async -> Listener? {
        if let listener = try? await Listener.listen(host: options.host, port: port, on: loop) { return listener }
        do { return try await Listener.listen(host: options.host, on: loop) } catch {
            started.redeem(.failure(error))
            return nil
        }
    }
}
