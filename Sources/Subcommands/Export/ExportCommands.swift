internal import CommandKit

let exportCommands: [Entry<Session>] = [
    Entry(ExportMetadata.self),
    Entry(ExportConfigs.self),
    Entry(ExportMetrics.self),
    Entry(ExportPopRecord.self),
]
