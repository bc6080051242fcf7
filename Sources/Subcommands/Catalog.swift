public import CommandKit

/// Every subcommand of `mqadmin`; help lists them by area.
public let catalog = Catalog(
    tool, globals: GlobalArguments.self,
    [
        topicCommands, messageCommands, consumerCommands, producerCommands, offsetCommands, clusterCommands,
        brokerCommands, nameServerCommands, queueCommands, statsCommands, authCommands, aclCommands,
        controllerCommands, highAvailabilityCommands, containerCommands, exportCommands, metadataCommands,
        toolCommands,
    ].flatMap { $0 })
