internal import CommandKit

let highAvailabilityCommands: [Entry<Session>] = [
    Entry(HAStatus.self),
    Entry(GetSyncStateSet.self),
]
