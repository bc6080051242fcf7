internal import CommandKit

let offsetCommands: [Entry<Session>] = [
    Entry(ResetOffsetByTime.self),
    Entry(ResetOffsetByTimeOld.self),
    Entry(SkipAccumulatedMessage.self),
    Entry(CloneGroupOffset.self),
    Entry(GetConsumerStatus.self),
]
