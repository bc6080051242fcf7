import AdminClient
import AdminProtocol
import LooseJSON
import Remoting
import Testing

@testable import Sandbox

/// What a cluster of 5.3.3 answered, shortened to one entry of every kind; the sandbox answers in the same shape.
private let recorded: [(code: Int, isNameServer: Bool, fields: [String: String], body: String)] = [
    (
        106, true, [:],
        """
        {"brokerAddrTable":{"broker-a":{"brokerAddrs":{0:"127.0.0.1:20911"},"brokerName":"broker-a",\
        "cluster":"DefaultCluster","enableActingMaster":false}},"clusterAddrTable":{"DefaultCluster":["broker-a"]}}
        """
    ),
    (
        105, true, ["topic": "T"],
        """
        {"brokerDatas":[{"brokerAddrs":{"0":"127.0.0.1:20911"},"brokerName":"broker-a","cluster":"DefaultCluster",\
        "enableActingMaster":false}],"filterServerTable":{},"queueDatas":[{"brokerName":"broker-a","perm":6,\
        "readQueueNums":4,"topicSysFlag":0,"writeQueueNums":4}]}
        """
    ),
    (206, true, [:], "{\"topicList\":[\"TBW102\"]}"),
    (
        351, false, ["topic": "T", "lo": "true"],
        """
        {"attributes":{},"order":false,"perm":6,"readQueueNums":4,"topicFilterType":"SINGLE_TAG","topicName":"T",\
        "topicSysFlag":0,"writeQueueNums":4}
        """
    ),
    (
        208, false, ["consumerGroup": "G"],
        """
        {"consumeTps":0.0,"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"T"}:{"brokerOffset":32,\
        "consumerOffset":32,"lastTimestamp":1795171704945,"pullOffset":32}}}
        """
    ),
    (300, false, ["topic": "T"], "{\"groupList\":[\"G\"]}"),
    (
        202, false, ["topic": "T"],
        """
        {"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"T"}:{"lastUpdateTimestamp":0,"maxOffset":0,\
        "minOffset":0}},"topicPutTps":0.0}
        """
    ),
    (
        203, false, ["consumerGroup": "G"],
        """
        {"connectionSet":[{"clientAddr":"127.0.0.1:39378","clientId":"c","language":"CPP","version":63}],\
        "consumeFromWhere":"CONSUME_FROM_LAST_OFFSET","consumeType":"CONSUME_PASSIVELY","messageModel":"CLUSTERING",\
        "subscriptionTable":{"T":{"classFilterMode":false,"codeSet":[],"expressionType":"TAG","subString":"*",\
        "subVersion":1795171694762,"tagsSet":[],"topic":"T"}}}
        """
    ),
    (38, false, ["consumerGroup": "G"], "{\"consumerIdList\":[\"c\"]}"),
    (305, false, [:], "{\"topicList\":[\"TBW102\"]}"),
]

@Suite struct ShapeTests {
    @Test func `bodies have the keys and types of recorded ones`() throws {
        var options = SandboxOptions()
        options.topics = [.init(name: "T", queues: 1)]
        try withSandbox(options) { sandbox, admin in
            let heartbeat = """
                {"clientID":"c","consumerDataSet":[{"consumeFromWhere":"CONSUME_FROM_LAST_OFFSET","groupName":"G",
                "consumeType":"CONSUME_PASSIVELY","messageModel":"CLUSTERING","subscriptionDataSet":[{"codeSet":[],
                "subString":"*","subVersion":1,"topic":"T","tagsSet":[],"expressionType":"TAG","classFilterMode":false}]}]}
                """
            let data = try HeartbeatData(body: Array(heartbeat.utf8))
            _ = try await admin.send(HeartBeat(data: data), to: sandbox.address())
            await sandbox.commit(0, of: "G", topic: "T")
            for (code, isNameServer, fields, body) in recorded {
                let address = isNameServer ? sandbox.nameServer : sandbox.address()
                let wire = try await Wire.connect(to: address, on: sandbox.loop)
                var frame = Frame(code: code, opaque: 1)
                frame.fields = fields
                try await wire.send(frame)
                let answer = try JSON(parsing: await wire.frame().body)
                #expect(shape(of: answer) == shape(of: try JSON(parsing: Array(body.utf8))), "request \(code)")
            }
        }
    }

    @Test func `a broker publishes every key of 5.3.3`() throws {
        try withSandbox { sandbox, admin in
            for number in 0..<3 {
                _ = try await admin.send(TestMessage(topic: "T", text: "\(number)").request, to: sandbox.address())
            }
            let info = try await admin.send(GetBrokerRuntimeInfo(), to: sandbox.address())
            let keys = Set(info.table.map(\.key)).subtracting(["commitLogDiskRatio_memory"])
            #expect(keys == Set(runtimeKeys.split(whereSeparator: \.isWhitespace).map(String.init)))
            #expect(info["brokerVersionDesc"] == "V5_3_3")
            #expect(info["brokerActive"] == "true")
            #expect(info["msgPutTotalTodayNow"] == "3")
            #expect(Int(info["commitLogMaxOffset"] ?? "") ?? 0 > 300)
            #expect(info["runtime"]?.hasPrefix("[ 0 days, 0 hours, 0 minutes, ") == true)
            let ratio = try #require(Double(info["commitLogDiskRatio"] ?? ""))
            #expect((0...1).contains(ratio))
            let rates = (info["putTps"] ?? "").split(separator: " ").compactMap { Double($0) }
            #expect(rates.count == 3)
            #expect(rates[0] == 0.3)
        }
    }
}

/// Keys and kinds of values; of a list, or a map whose keys are data, the first entry stands for all.
func shape(of json: JSON) -> String {
    switch json {
    case .null: "null"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .array(let items): "[\(items.first.map(shape) ?? "")]"
    case .object(let members):
        "{" + members.map { "\(name(of: $0.key)):\(shape(of: $0.value))" }.sorted().joined(separator: ",") + "}"
    }
}

private func name(of key: JSON) -> String {
    if case .object = key { return shape(of: key) }
    return key.scalarText ?? ""
}

private let runtimeKeys = """
    EndTransactionQueueSize EndTransactionThreadPoolQueueCapacity ackThreadPoolQueueCapacity
    ackThreadPoolQueueHeadWaitTimeMills ackThreadPoolQueueSize bootTimestamp brokerActive brokerVersion
    brokerVersionDesc commitLogDirCapacity commitLogDiskRatio commitLogMaxOffset commitLogMinOffset
    consumeQueueDiskRatio dispatchBehindBytes dispatchMaxBuffer earliestMessageTimeStamp getFoundTps
    getMessageEntireTimeMax getMissTps getTotalTps getTransferredTps litePullThreadPoolQueueCapacity
    litePullThreadPoolQueueHeadWaitTimeMills litePullThreadPoolQueueSize msgGetTotalTodayMorning msgGetTotalTodayNow
    msgGetTotalYesterdayMorning msgPutTotalTodayMorning msgPutTotalTodayNow msgPutTotalYesterdayMorning
    pageCacheLockTimeMills pullThreadPoolQueueCapacity pullThreadPoolQueueHeadWaitTimeMills pullThreadPoolQueueSize
    putLatency99 putLatency999 putMessageAverageSize putMessageDistributeTime putMessageEntireTimeMax
    putMessageFailedTimes putMessageSizeTotal putMessageTimesTotal putTps queryThreadPoolQueueCapacity
    queryThreadPoolQueueHeadWaitTimeMills queryThreadPoolQueueSize remainHowManyDataToFlush
    remainTransientStoreBufferNumbs runtime sendThreadPoolQueueCapacity sendThreadPoolQueueHeadWaitTimeMills
    sendThreadPoolQueueSize startAcceptSendRequestTimeStamp timerCongestNum timerDequeueTps timerEnqueueTps
    timerOffsetBehind timerReadBehind
    """
