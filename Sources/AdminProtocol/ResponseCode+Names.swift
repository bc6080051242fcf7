extension ResponseCode {
    /// Every code of `ResponseCode.java` and `RemotingSysResponseCode.java`, 4.9.8 and 5.3.3, under its name there.
    ///
    /// 209, 210 and 211 mean what stands here since 5.0; in answer to requests of ACL 1.0 see `aclFailures`.
    static let names: [Int: String] = [
        0: "SUCCESS", 1: "SYSTEM_ERROR", 2: "SYSTEM_BUSY", 3: "REQUEST_CODE_NOT_SUPPORTED", 4: "TRANSACTION_FAILED",
        10: "FLUSH_DISK_TIMEOUT", 11: "SLAVE_NOT_AVAILABLE", 12: "FLUSH_SLAVE_TIMEOUT", 13: "MESSAGE_ILLEGAL",
        14: "SERVICE_NOT_AVAILABLE", 15: "VERSION_NOT_SUPPORTED", 16: "NO_PERMISSION", 17: "TOPIC_NOT_EXIST",
        18: "TOPIC_EXIST_ALREADY", 19: "PULL_NOT_FOUND", 20: "PULL_RETRY_IMMEDIATELY", 21: "PULL_OFFSET_MOVED",
        22: "QUERY_NOT_FOUND", 23: "SUBSCRIPTION_PARSE_FAILED", 24: "SUBSCRIPTION_NOT_EXIST",
        25: "SUBSCRIPTION_NOT_LATEST", 26: "SUBSCRIPTION_GROUP_NOT_EXIST", 27: "FILTER_DATA_NOT_EXIST",
        28: "FILTER_DATA_NOT_LATEST", 29: "INVALID_PARAMETER", 200: "TRANSACTION_SHOULD_COMMIT",
        201: "TRANSACTION_SHOULD_ROLLBACK", 202: "TRANSACTION_STATE_UNKNOW", 203: "TRANSACTION_STATE_GROUP_WRONG",
        204: "NO_BUYER_ID", 205: "NOT_IN_CURRENT_UNIT", 206: "CONSUMER_NOT_ONLINE", 207: "CONSUME_MSG_TIMEOUT",
        208: "NO_MESSAGE", 209: "POLLING_FULL", 210: "POLLING_TIMEOUT", 211: "BROKER_NOT_EXIST",
        212: "BROKER_DISPATCH_NOT_COMPLETE",
        213: "BROADCAST_CONSUMPTION", 215: "FLOW_CONTROL", 501: "NOT_LEADER_FOR_QUEUE", 604: "ILLEGAL_OPERATION",
        1500: "GO_AWAY", 2000: "CONTROLLER_FENCED_MASTER_EPOCH", 2001: "CONTROLLER_FENCED_SYNC_STATE_SET_EPOCH",
        2002: "CONTROLLER_INVALID_MASTER", 2003: "CONTROLLER_INVALID_REPLICAS",
        2004: "CONTROLLER_MASTER_NOT_AVAILABLE", 2005: "CONTROLLER_INVALID_REQUEST",
        2006: "CONTROLLER_BROKER_NOT_ALIVE", 2007: "CONTROLLER_NOT_LEADER",
        2008: "CONTROLLER_BROKER_METADATA_NOT_EXIST", 2009: "CONTROLLER_INVALID_CLEAN_BROKER_METADATA",
        2010: "CONTROLLER_BROKER_NEED_TO_BE_REGISTERED", 2011: "CONTROLLER_MASTER_STILL_EXIST",
        2012: "CONTROLLER_ELECT_MASTER_FAILED", 2013: "CONTROLLER_ALTER_SYNC_STATE_SET_FAILED",
        2014: "CONTROLLER_BROKER_ID_INVALID", 2015: "CONTROLLER_JRAFT_INTERNAL_ERROR",
        2016: "CONTROLLER_BROKER_LIVE_INFO_NOT_EXISTS", 3001: "USER_NOT_EXIST", 3002: "POLICY_NOT_EXIST",
        -1000: "RPC_UNKNOWN", -1002: "RPC_ADDR_IS_NULL", -1004: "RPC_SEND_TO_CHANNEL_FAILED", -1006: "RPC_TIME_OUT",
    ]

    /// RocketMQ's name and the number, where it answers `request`.
    public func description(answering request: RequestCode) -> String {
        guard let failure = Self.aclFailures[request.rawValue], failure.code == rawValue else { return description }
        return "\(failure.name) (\(rawValue))"
    }

    /// The names that codes have in the answers of ACL 1.0.
    public static var olderNames: [(code: ResponseCode, name: String)] {
        aclFailures.values.map { (ResponseCode(rawValue: $0.code), $0.name) }.sorted { $0.0.rawValue < $1.0.rawValue }
    }

    /// What ACL 1.0, up to 5.2, answers to a request that it refuses.
    private static let aclFailures: [Int: (code: Int, name: String)] = [
        50: (209, "UPDATE_AND_CREATE_ACL_CONFIG_FAILED"), 51: (210, "DELETE_ACL_CONFIG_FAILED"),
        53: (211, "UPDATE_GLOBAL_WHITE_ADDRS_CONFIG_FAILED"),
    ]
}
