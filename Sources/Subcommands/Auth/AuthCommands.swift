internal import CommandKit

let authCommands: [Entry<Session>] = [
    Entry(CreateUser.self),
    Entry(UpdateUser.self),
    Entry(DeleteUser.self),
    Entry(GetUser.self),
    Entry(ListUser.self),
    Entry(CopyUser.self),
    Entry(CreateAcl.self),
    Entry(UpdateAcl.self),
    Entry(DeleteAcl.self),
    Entry(GetAcl.self),
    Entry(ListAcl.self),
    Entry(CopyAcl.self),
]
