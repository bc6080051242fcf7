import AdminProtocol
import LooseJSON
import Remoting

@testable import Sandbox

/// Topics, groups, settings and who is connected.
extension Sandbox {
    /// What an answer that succeeded tells.
    func seedTables(of broker: Broker, _ exchange: Exchange) throws {
        let name = exchange.asked("topic")
        switch exchange.code {
        case 21: try seedTopics(of: broker, exchange)
        case 201:
            let table = try AllSubscriptionGroups(json: exchange.json).subscriptionGroupTable
            for name in broker.groups.configs.keys where table[name] == nil { broker.groups.remove(name) }
            for group in table.values { broker.groups.put(group) }
        case 351:
            let config = try TopicConfig(json: exchange.json)
            broker.topics.put(config)
            if let mapping = config.mappingDetail { try broker.mappings.put(mapping, force: true) }
        case 10, 310, 320, 30, 31: try seedTopic(name.isEmpty ? exchange.asked("b") : name, of: broker)
        case 401:
            let mode = try JSON(parsing: exchange.request.body)
            try seedTopic(mode["topic"]?.string ?? "", of: broker)
        case 15, 222:
            try seedTopic(name, of: broker)
            seedGroup(exchange.asked("consumerGroup") + exchange.asked("group"), of: broker)
        default: break
        }
    }

    /// What a broker counts, and how it is set.
    func seedMeasurements(of broker: Broker, _ exchange: Exchange) throws {
        switch exchange.code {
        case 28:
            if broker.statistics.puts.total == 0 { try fill(QueueKey(topic: "TopicTest", queue: 0), to: 1, of: broker) }
        case 315:
            broker.statistics.count(
                exchange.asked("statsName"), of: exchange.asked("statsKey"), at: broker.options.clock.now)
        case 321:
            if let group = exchange.request.fields["consumerGroup"], !exchange.json["subscriptionData"].isMissing {
                seedGroup(group, of: broker)
            }
        case 1007:
            broker.isControlled = true
            for entry in exchange.json["epochList"]?.array ?? [] {
                broker.replica.begin(epoch: entry["epoch"]?.int ?? 0, at: entry["startOffset"]?.int ?? 0)
            }
        case 2003:
            broker.coldReadThresholds = [:]
            for limit in exchange.json["configTable"]?.members ?? [] {
                broker.coldReadThresholds[limit.key.string ?? ""] = limit.value.int
            }
        default: break
        }
    }

    private func seedTopics(of broker: Broker, _ exchange: Exchange) throws {
        let wrapper = try TopicConfigWrapper(json: exchange.json)
        let table = wrapper.topicConfigTable ?? [:]
        for name in broker.topics.configs.keys where table[name] == nil { _ = broker.topics.remove(name) }
        for config in table.values { broker.topics.put(config) }
        for name in broker.mappings.mappings.keys { broker.mappings.remove(name) }
        for mapping in (wrapper.topicQueueMappingDetailMap ?? [:]).values {
            try broker.mappings.put(mapping, force: true)
        }
    }

    func seedTopic(_ name: String, of broker: Broker, queues: Int = 8) throws {
        guard (broker.topics[name]?.readQueueNums ?? 0) < queues, broker.topics[name] == nil || queues > 8 else {
            return
        }
        broker.topics.put(TopicTable.config(name, queues))
    }

    func seedGroup(_ name: String, of broker: Broker) {
        if broker.groups[name] == nil { broker.groups.put(SubscriptionGroupConfig(name)) }
    }

    /// Users of either ACL.
    func seedUsers(of broker: Broker, _ exchange: Exchange) throws {
        let name = exchange.asked("username")
        let done = exchange.response?.code == 0
        switch exchange.code {
        case 51:
            var account = AccessAccount(accessKey: exchange.asked("accessKey"))
            account.secretKey = "12345678"
            if done { broker.accounts.put(account) }
        case 3001: if done { broker.users.remove(name) } else { seedUser(name, of: broker) }
        case 3002, 3003: seedUser(name, of: broker)
        case 3004: broker.users.users[name] = try? UserInfo(json: exchange.json)
        case 3005:
            broker.users.users = [:]
            for user in exchange.json.array ?? [] {
                let user = try UserInfo(json: user)
                broker.users.users[user.username] = user
            }
        default: break
        }
    }

    func seedPolicies(of broker: Broker, _ exchange: Exchange) throws {
        let subject = exchange.asked("subject")
        switch exchange.code {
        case 3006, 3007: if exchange.response?.code == 0 { seedUser(String(subject.dropFirst(5)), of: broker) }
        case 3008, 3009:
            seedUser(String(subject.dropFirst(5)), of: broker)
            let acl = try? AclInfo(json: exchange.json)
            broker.users.policies[subject] = acl?.policies ?? [Self.custom]
        case 3010:
            broker.users.policies = [:]
            for acl in exchange.json.array ?? [] {
                let acl = try AclInfo(json: acl)
                broker.users.policies[acl.subject] = acl.policies
            }
        default: break
        }
    }

    /// Allows what the recording takes away.
    private static let custom = AclInfo.Policy(entries: [])

    private func seedUser(_ name: String, of broker: Broker) {
        guard broker.users.users[name] == nil else { return }
        broker.users.users[name] = UserInfo(
            username: name, password: "12345678", userType: "Normal", userStatus: "enable")
    }
}

extension JSON? {
    fileprivate var isMissing: Bool { self.map(\.isNull) ?? true }
}
