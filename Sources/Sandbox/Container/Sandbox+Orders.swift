internal import AdminProtocol
internal import EventLoop

extension Sandbox {
    /// Starts the brokers that the container is asked for, until the task is cancelled.
    func fillOrders() async {
        while !Task.isCancelled {
            try? await loop.value(of: container.doorbell, until: .never)
            for order in container.takeNews() {
                do {
                    let index = try await addBroker(order.configPath)
                    launch(.broker(index))
                    try await loop.value(of: broker(index).registration.started, until: .after(.seconds(6)))
                } catch let refusal as Refusal {
                    order.refusal = refusal
                } catch {
                    order.refusal = Refusal(.systemError, "start broker failed, \(error)")
                }
                order.filled.redeem(.success(()))
            }
        }
    }

    /// Makes the broker of a configuration file; returns its place.
    private func addBroker(_ configPath: String) async throws -> Int {
        let file = try BrokerFile(path: configPath)
        if container.broker(file.name, file.id, in: file.cluster) != nil {
            let identity = "\(file.cluster)_\(file.name)_\(file.id)"
            throw Refusal(.systemError, "\(identity) has already been added to current broker container")
        }
        let listener = try await listen(at: file.properties["listenPort"] == nil ? 6888 : file.port ?? 0)
        let siblings = container.brokers.filter { $0.name == file.name && $0.options.clusterName == file.cluster }
        let broker = try Self.make(file, port: listener.port, siblings, options, keptIn: data)
        broker.configuration["namesrvAddr"] = nameServerAddress
        broker.takePart(under: file.isControlled ? controllers : nil)
        container.brokers.append(broker)
        places.append(Place(broker, listener))
        return places.count - 1
    }

    private func listen(at port: UInt16) async throws -> Listener {
        do { return try await Listener.listen(host: options.host, port: port, on: loop) } catch is EventLoopError {
            let exception = "java.lang.IllegalStateException: Failed to bind to \(options.host):\(port)"
            throw Refusal(.systemError, "start broker failed, \(exception)")
        }
    }
}
