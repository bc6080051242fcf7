internal import CommandKit

let queueCommands: [Entry<Session>] = [
    Entry(QueryCq.self),
    Entry(CheckRocksdbCqWriteProgress.self),
]
