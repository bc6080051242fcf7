internal import CommandKit

let toolCommands: [Entry<Session>] = [
    Entry(RunSandbox.self),
    Entry(Config.self),
    Entry(Help.self),
    Entry(Version.self),
    Entry(CompleteValue.self),
    Entry(GenerateDocs.self),
]
