internal import CommandKit

let aclCommands: [Entry<Session>] = [
    Entry(UpdateAclConfig.self),
    Entry(DeleteAclConfig.self),
    Entry(GetAclConfig.self),
    Entry(ClusterAclConfigVersion.self),
    Entry(UpdateGlobalWhiteAddr.self),
]
