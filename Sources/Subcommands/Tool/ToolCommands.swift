internal import CommandKit

let toolCommands: [Entry<Session>] = [
    Entry(OpenShell.self),
    Entry(RunSandbox.self),
    Entry(Help.self),
    Entry(Version.self),
    Entry(CompleteValue.self),
    Entry(GenerateDocs.self),
]
