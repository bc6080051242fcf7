internal import CommandKit

let statsCommands: [Entry<Session>] = [
    Entry(StatsAll.self)
]
