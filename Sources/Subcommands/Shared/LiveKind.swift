public import AdminClient
internal import AdminProtocol
public import CommandKit
internal import EventLoop

/// A kind of names that only a live cluster knows, as `__complete` and the declarations call it.
public enum LiveKind: String, CaseIterable, ArgumentValue {
    case topic, group, broker, address, cluster, client, attribute, brokerConfig, namesrvConfig, controllerConfig
    case context
    /// What may follow `mqadmin config`: an action, and behind one, a context.
    case config

    /// Asks the cluster; `line` may say which group, broker or controller is meant.
    public func names(from admin: Admin, _ line: LineSoFar) async throws -> [String] {
        switch self {
        case .context, .config: return []
        case .topic: return try await admin.askNameServer(GetAllTopicList()).topicList.sorted()
        case .group:
            let topics = try await admin.askNameServer(GetAllTopicList()).topicList
            return Set(topics.compactMap(DerivedTopic.group(ofRetry:))).sorted()
        case .broker: return try await admin.clusterInfo().brokerAddrTable.keys.sorted()
        case .address:
            return try await admin.clusterInfo().brokerAddrTable.values.flatMap(\.brokerAddrs.values).sorted()
        case .cluster: return try await admin.clusterInfo().clusterAddrTable.keys.sorted()
        case .client:
            guard let group = line.value(of: "-g", "--consumerGroup", "--groupName", "--group") else { return [] }
            return try await admin.consumers(of: group, at: admin.brokers(of: group)).connectionSet.map(\.clientId)
        case .attribute:
            // `TopicAttributes.java` of 5.3; those of a server are not to be asked for.
            let types = ["UNSPECIFIED", "NORMAL", "FIFO", "DELAY", "TRANSACTION", "MIXED"].map { "message.type=\($0)" }
            let queues = ["queue.type=BatchCQ", "queue.type=SimpleCQ"]
            let policies = ["cleanup.policy=DELETE", "cleanup.policy=COMPACTION", "reserve.time="]
            return (types + queues + policies).map { "+\($0)" }
        case .brokerConfig, .namesrvConfig, .controllerConfig:
            // Without a server there are names that every one has, and a shell shows no errors.
            do { return try await properties(from: admin, line) } catch { return knownProperties }
        }
    }

    /// The names of the properties that the server has which the line names.
    private func properties(from admin: Admin, _ line: LineSoFar) async throws -> [String] {
        let deadline = Deadline.after(admin.settings.timeout)
        let text: String
        switch self {
        case .namesrvConfig: text = try await admin.askNameServer(AdminProtocol.GetNamesrvConfig())
        case .controllerConfig:
            let controller = try NameServerList(parsing: line.value(of: "-a", "--controllerAddress") ?? "").addresses
                .first
            guard let controller else { throw UsageError("no controller is named") }
            text = try await admin.send(AdminProtocol.GetControllerConfig(), to: controller)
        default:
            let broker = try await broker(of: line, admin)
            text = try await admin.send(AdminProtocol.GetBrokerConfig(), to: broker, within: deadline.remaining)
        }
        return JavaProperties(parsing: text).entries.map(\.key).sorted()
    }

    private func broker(of line: LineSoFar, _ admin: Admin) async throws -> PeerAddress {
        if let named = line.value(of: "-b", "--brokerAddr").flatMap({ PeerAddress($0) }) { return named }
        let groups = try await admin.clusterInfo().groups(of: line.value(of: "-c", "--clusterName"))
        guard let address = groups.compactMap(\.anyAddress).compactMap({ PeerAddress($0) }).first else {
            throw NotFoundError("no broker is registered at the name server")
        }
        return address
    }

    /// Properties that are changed at run time.
    private var knownProperties: [String] {
        switch self {
        case .brokerConfig:
            [
                "aclEnable", "autoCreateSubscriptionGroup", "autoCreateTopicEnable", "brokerPermission",
                "cgColdReadThreshold", "coldDataFlowControlEnable", "deleteWhen", "diskMaxUsedSpaceRatio",
                "fileReservedTime", "flushDiskType", "globalColdReadThreshold", "maxMessageSize",
                "rejectTransactionMessage", "sendMessageThreadPoolNums", "slaveReadEnable", "traceTopicEnable",
                "transactionTimeOut", "transferMsgByHeap", "waitTimeMillsInSendQueue",
            ]
        case .namesrvConfig:
            ["enableAllTopicList", "enableTopicList", "orderMessageEnable", "supportActingMaster"]
        case .controllerConfig: ["enableElectUncleanMaster", "scanNotActiveBrokerInterval"]
        default: []
        }
    }
}
