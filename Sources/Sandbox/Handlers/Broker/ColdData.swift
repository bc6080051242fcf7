internal import AdminProtocol
internal import LooseJSON

extension Broker {
    static let coldDataHandlers: [Handler<Broker>] = [
        .on(UpdateColdDataFlowConfig.self) { broker, request, _ in
            // The original logs what is no number, and calls that a success.
            for (group, text) in JavaProperties(parsing: request.thresholds).entries {
                if let threshold = Int(text) { broker.coldReadThresholds[group] = threshold }
            }
            return Empty()
        },
        .on(RemoveColdDataFlowConfig.self) { broker, request, _ in
            broker.coldReadThresholds[request.group] = nil
            return Empty()
        },
        .on(GetColdDataFlowInfo.self) { broker, _, _ in broker.coldDataFlow.description },
        .on(SetCommitLogReadMode.self) { broker, request, call in
            guard (0...1).contains(request.mode) else {
                throw Refusal(.invalidParameter, "set commitlog readahead mode param value error")
            }
            broker.configuration["dataReadAheadEnable"] = "\(request.mode == 0)"
            call.remark = "set commitlog readahead mode success, mode: \(request.mode)"
            return Remark("")
        },
    ]

    /// `ColdDataCgCtrService.getColdDataFlowCtrInfo`, of a broker whose messages are all in memory: nothing was read cold.
    private var coldDataFlow: JSON {
        let limits = coldReadThresholds.sorted { $0.key < $1.key }
        return [
            "runtimeTable": [:],
            "configTable": .object(limits.map { JSON.Member(.string($0.key), .integer($0.value)) }),
            "cgColdReadThreshold": .integer(Int(configuration["cgColdReadThreshold"]) ?? 0),
            "globalColdReadThreshold": .integer(Int(configuration["globalColdReadThreshold"]) ?? 0), "globalAcc": 0,
        ]
    }
}
