internal import CommandKit

let consumerCommands: [Entry<Session>] = [
    Entry(ConsumerProgress.self),
    Entry(ConsumerStatus.self),
    Entry(Consumer.self),
    Entry(ConsumerConnection.self),
    Entry(UpdateSubGroup.self),
    Entry(UpdateSubGroupList.self),
    Entry(DeleteSubGroup.self),
    Entry(GetConsumerConfig.self),
    Entry(SetConsumeMode.self),
    Entry(StartMonitoring.self),
]
