import AdminProtocol
import LooseJSON
import RecordingSupport
import Remoting

@testable import Sandbox

extension Sandbox {
    /// Brings the cluster to where it was when the exchange was recorded, as far as the exchange itself tells.
    func seed(_ exchange: Exchange) throws {
        switch exchange.place {
        case .nameServer: try seedNameServer(exchange)
        case .controller: seedControllers(exchange)
        case .broker(let index):
            let broker = broker(index)
            if exchange.response?.code == 0 {
                try seedTables(of: broker, exchange)
                try seedMeasurements(of: broker, exchange)
            }
            try seedQueues(of: broker, exchange)
            try seedProgress(of: broker, exchange)
            try seedMessages(of: broker, exchange)
            try seedUsers(of: broker, exchange)
            try seedPolicies(of: broker, exchange)
        }
    }

    private func seedNameServer(_ exchange: Exchange) throws {
        let name = exchange.asked("topic")
        switch exchange.code {
        case 105:
            nameServer.routes.removeTopic(name)
            for broker in places.map(\.server) { _ = broker.topics.remove(name) }
            guard exchange.response?.code == 0 else { return }
            let route = try TopicRouteData(json: exchange.json)
            nameServer.values["ORDER_TOPIC_CONFIG", default: [:]][name] = route.orderTopicConf
            for queues in route.queueDatas { try seedQueues(of: name, queues, route) }
            try registerMasters()
            try seedLiving(route.brokerDatas)
        case 106:
            try seedLiving(Array(try ClusterInfo(json: exchange.json).brokerAddrTable.values))
        case 206:
            let names = Set((exchange.json["topicList"]?.array ?? []).compactMap(\.string))
            for name in names where broker(0).topics[name] == nil { broker(0).topics.put(TopicTable.config(name, 4)) }
            try registerMasters()
            for name in nameServer.routes.topics.keys where !names.contains(name) {
                nameServer.routes.removeTopic(name)
            }
        case 101:
            nameServer.values[exchange.asked("namespace"), default: [:]][exchange.asked("key")] =
                exchange.response?.fields["value"]
        default: break
        }
    }

    private func seedQueues(of topic: String, _ queues: QueueData, _ route: TopicRouteData) throws {
        let broker = broker(queues.brokerName)
        var config = TopicTable.config(topic, queues.readQueueNums, perm: Permission(rawValue: queues.perm))
        (config.writeQueueNums, config.topicSysFlag) = (queues.writeQueueNums, queues.topicSysFlag ?? 0)
        broker.topics.put(config)
        guard let info = route.topicQueueMappingByBroker?[queues.brokerName] else { return }
        broker.mappings.remove(topic)
        try broker.mappings.put(Self.mapping(info), force: true)
    }

    /// A mapping of which name servers would hear this.
    private static func mapping(_ info: TopicQueueMappingInfo) throws -> TopicQueueMapping {
        let queues = (info.currIdMap ?? [:]).map { id, queue in
            let item = #"[{"bname":"\#(info.bname)","endOffset":-1,"gen":0,"logicOffset":0,"queueId":\#(queue),"#
            return "\(id):" + item + #""startOffset":0,"timeOfEnd":-1,"timeOfStart":-1}]"#
        }
        let text = """
            {"bname":"\(info.bname)","currIdMap":{},"dirty":\(info.dirty ?? false),"epoch":\(info.epoch),\
            "hostedQueues":{\(queues.joined(separator: ","))},"scope":"\(info.scope ?? "")","topic":"\(info.topic)",\
            "totalQueues":\(info.totalQueues)}
            """
        return try TopicQueueMapping(json: JSON(parsing: Array(text.utf8)))
    }

    func broker(_ name: String) -> Broker { places.map(\.server).first { $0.name == name } ?? broker(0) }

    /// Tells the name server of the topics of all masters, also of those that are gone now.
    private func registerMasters() throws {
        for broker in places.map(\.server) where broker.isMaster { try register(broker) }
    }

    /// Who was there, and as whom: masters change, and slaves come and go.
    private func seedLiving(_ groups: [BrokerData]) throws {
        for group in groups {
            let brokers = places.map(\.server).filter { $0.name == group.brokerName }
            for broker in brokers {
                guard let id = group.brokerAddrs.first(where: { $0.value == broker.address })?.key else { continue }
                broker.id = id
                try register(broker)
            }
            for broker in brokers where !group.brokerAddrs.values.contains(broker.address) {
                nameServer.routes.unregister(goodbye(of: broker))
            }
        }
    }

    private func register(_ broker: Broker) throws {
        broker.topics.touch()
        let request = try broker.registrationRequest(changed: nil)
        let wrapper = try RegisterBrokerBody(body: request.body).topicConfigSerializeWrapper
        _ = nameServer.routes.register(request, wrapper, on: -1)
    }

    private func goodbye(of broker: Broker) -> UnregisterBroker {
        UnregisterBroker(
            brokerName: broker.name, brokerAddr: broker.address, clusterName: options.clusterName, brokerId: broker.id)
    }

    /// Lets the slaves go that the recorded cluster did not have.
    func dismiss(_ index: Int) {
        let broker = broker(index)
        broker.replication.leave(broker)
        nameServer.routes.unregister(goodbye(of: broker))
    }

    private func seedControllers(_ exchange: Exchange) {
        guard let controllers, [1002, 1006].contains(exchange.code) else { return }
        for (name, set) in controllers.sets {
            let replicas = exchange.json["replicasInfoTable"]?[name]
            // An election that chose another one began with the other one.
            let elected = exchange.answered("masterBrokerId").map { $0 == 1 ? 2 : 1 }
            if let id = replicas?["masterBrokerId"]?.int ?? elected, set.masterID != id {
                controllers.setMaster(id, of: name)
            }
            for index in places.indices { controllers.noteProgress(of: broker(index)) }
        }
    }
}
