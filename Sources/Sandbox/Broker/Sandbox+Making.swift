/// The brokers that a sandbox starts with.
extension Sandbox {
    /// `ports` has one for each.
    static func makeBrokers(
        _ options: SandboxOptions, ports: [UInt16], keptIn data: DataFolder?
    ) throws -> [Broker] {
        if !options.brokerFiles.isEmpty { return try makeBrokers(ports: ports, options, keptIn: data) }
        var brokers: [Broker] = []
        for index in 0..<options.masters {
            let name = options.dledger > 0 ? SandboxOptions.ledgerName(index) : SandboxOptions.brokerName(index)
            let group = options.dledger > 0 ? LedgerGroup(size: options.dledger) : nil
            var first: Broker?
            for id in 0..<options.brokersPerName {
                let port = ports[brokers.count]
                let broker = try Broker(
                    name: name, id: id, port: port, options: options, sharing: first, keptIn: data)
                broker.ledger = group.map { LedgerGroup.Seat(group: $0, number: id) }
                brokers.append(broker)
                first = first ?? broker
            }
        }
        return brokers
    }

    private static func makeBrokers(
        ports: [UInt16], _ options: SandboxOptions, keptIn data: DataFolder?
    ) throws -> [Broker] {
        var brokers: [Broker] = []
        for (file, port) in zip(options.brokerFiles, ports) {
            let siblings = brokers.filter { $0.name == file.name && $0.options.clusterName == file.cluster }
            if siblings.contains(where: { $0.isThat(of: file) }) {
                throw BrokerFileError("two files describe the same broker of \(file.cluster): \(file.name)")
            }
            brokers.append(try make(file, port: port, siblings, options, keptIn: data))
        }
        return brokers
    }

    /// Those with the longest logs first, else as they are.
    static func byMessages(_ brokers: [Broker]) -> [Broker] {
        brokers.enumerated().sorted {
            (-$0.element.store.log.maxOffset, $0.offset) < (-$1.element.store.log.maxOffset, $1.offset)
        }.map(\.element)
    }

    /// Makes the broker of a configuration file, beside those that there are of its name.
    static func make(
        _ file: BrokerFile, port: UInt16, _ siblings: [Broker], _ options: SandboxOptions, keptIn data: DataFolder?
    ) throws(StorageError) -> Broker {
        let options = file.options(beside: options)
        let id = file.ledger?.number ?? (file.isControlled ? siblings.count : file.id)
        let broker = try Broker(
            name: file.name, id: id, port: port, options: options, sharing: siblings.first, keptIn: data)
        broker.configuration.begin(with: file.properties)
        broker.configuration["listenPort"] = "\(port)"
        broker.isControlled = file.isControlled && options.controllers > 0
        if let (number, size) = file.ledger {
            let group = siblings.lazy.compactMap(\.ledger).first?.group ?? LedgerGroup(size: size)
            broker.ledger = LedgerGroup.Seat(group: group, number: number)
        }
        return broker
    }
}

extension Broker {
    /// Whether a file describes it.
    fileprivate func isThat(of file: BrokerFile) -> Bool {
        if let ledger, let other = file.ledger { return ledger.number == other.number }
        return !file.isControlled && id == file.id
    }
}
