internal import CommandKit

let nameServerCommands: [Entry<Session>] = [
    Entry(GetNamesrvConfig.self),
    Entry(UpdateNamesrvConfig.self),
    Entry(UpdateKvConfig.self),
    Entry(DeleteKvConfig.self),
    Entry(WipeWritePerm.self),
    Entry(AddWritePerm.self),
]
