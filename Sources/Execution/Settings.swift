public import AdminClient
internal import CommandKit
internal import Remoting
public import Subcommands

extension Admin.Settings {
    /// How the options that all commands share, and the environment, say that peers are reached.
    public init(_ globals: GlobalArguments) throws {
        var servers = globals.nameServers
        if servers == nil, let text = Environment["NAMESRV_ADDR"] {
            do { servers = try NameServerList(parsing: text) } catch {
                throw UsageError("NAMESRV_ADDR: \(error)")
            }
        }
        self.init(
            nameServers: servers ?? NameServerList([]), timeout: globals.timeout, credentials: .ofEnvironment)
    }
}

extension Credentials? {
    fileprivate static var ofEnvironment: Credentials? {
        guard let access = Environment["ROCKETMQ_ACL_ACCESS_KEY"], let secret = Environment["ROCKETMQ_ACL_SECRET_KEY"],
            !access.isEmpty, !secret.isEmpty
        else { return nil }
        return Credentials(accessKey: access, secretKey: secret)
    }
}
