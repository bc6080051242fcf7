internal import CommandKit

let messageCommands: [Entry<Session>] = [
    Entry(SendMessage.self),
    Entry(QueryMsgById.self),
    Entry(QueryMsgByKey.self),
    Entry(QueryMsgByUniqueKey.self),
    Entry(QueryMsgByOffset.self),
    Entry(QueryMsgTraceById.self),
    Entry(PrintMsg.self),
    Entry(PrintMsgByQueue.self),
    Entry(ConsumeMessage.self),
    Entry(CheckMsgSendRT.self),
    Entry(DecodeMessageId.self),
    Entry(DumpCompactionLog.self),
]
