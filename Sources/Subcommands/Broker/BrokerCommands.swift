internal import CommandKit

let brokerCommands: [Entry<Session>] = [
    Entry(BrokerStatus.self),
    Entry(BrokerConsumeStats.self),
    Entry(GetBrokerConfig.self),
    Entry(UpdateBrokerConfig.self),
    Entry(SendMsgStatus.self),
    Entry(CleanExpiredCQ.self),
    Entry(CleanUnusedTopic.self),
    Entry(DeleteExpiredCommitLog.self),
    Entry(GetBrokerEpoch.self),
    Entry(ResetMasterFlushOffset.self),
    Entry(GetColdDataFlowCtrInfo.self),
    Entry(UpdateColdDataFlowCtrGroupConfig.self),
    Entry(RemoveColdDataFlowCtrGroupConfig.self),
    Entry(SetCommitLogReadAheadMode.self),
]
