internal import CommandKit

let containerCommands: [Entry<Session>] = [
    Entry(AddBroker.self),
    Entry(RemoveBroker.self),
]
