internal import AdminProtocol
internal import LooseJSON
internal import Remoting

extension NameServer {
    /// From this version on, peers read JSON whose keys are all strings (`MQVersion.V4_9_4`).
    private static let standardJSONVersion = 401

    static let routeHandlers: [Handler<NameServer>] = [
        .on(GetBrokerClusterInfo.self, as: [UInt8].self) { server, _, _ in try server.clusterInfoBody() },
        .on(GetRouteInfoByTopic.self, as: [UInt8].self) { server, request, call in
            guard var route = server.routes.route(of: request.topic) else {
                let remark = "No topic route info in name server for the topic: \(request.topic)"
                throw Refusal(.topicNotExist, remark + Refusal.moreInformation)
            }
            if server.configuration.isOn("orderMessageEnable") {
                route.orderTopicConf = server.values[KVNamespace.orderTopicConfig]?[request.topic]
            }
            let isStandard = call.request.version >= standardJSONVersion || request.acceptStandardJsonOnly == true
            return try isStandard ? Array(route.json().description.utf8) : route.bodyBytes()
        },
        .on(GetAllTopicList.self) { server, _, _ in
            guard server.configuration["enableAllTopicList"] != "false" else { throw Refusal(.systemError, "disable") }
            return TopicList(server.routes.topics.keys.sorted())
        },
        .on(GetTopicsByCluster.self) { server, request, _ in
            let names = server.routes.clusters[request.cluster] ?? []
            let topics = server.routes.topics.filter { $0.value.keys.contains(where: names.contains) }
            return TopicList(topics.keys.sorted())
        },
        .on(DeleteTopicInNameServer.self) { server, request, _ in
            if let cluster = request.clusterName, !cluster.isEmpty {
                server.routes.removeTopic(request.topic, in: cluster)
            } else {
                server.routes.removeTopic(request.topic)
            }
            return Empty()
        },
    ]
}
