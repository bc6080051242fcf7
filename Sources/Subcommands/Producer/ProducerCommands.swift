internal import CommandKit

let producerCommands: [Entry<Session>] = [
    Entry(ProducerConnection.self),
    Entry(ProducerInstances.self),
]
