internal import CommandKit

let toolCommands: [Entry<Session>] = [
    Entry(OpenShell.self),
    Entry(RunSandbox.self),
    Entry(Replay.self),
    Entry(Config.self),
    Entry(Explain.self),
    Entry(Help.self),
    Entry(PrintSchema.self),
    Entry(Version.self),
    Entry(Wait.self),
    Entry(CompleteValue.self),
    Entry(GenerateDocs.self),
]
