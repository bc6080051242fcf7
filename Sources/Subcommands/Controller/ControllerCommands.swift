internal import CommandKit

let controllerCommands: [Entry<Session>] = [
    Entry(GetControllerMetaData.self),
    Entry(GetControllerConfig.self),
    Entry(UpdateControllerConfig.self),
    Entry(ElectMaster.self),
    Entry(CleanBrokerMetadata.self),
]
