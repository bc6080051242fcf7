import AdminProtocol
import CommandKit
import LooseJSON

/// The accounts of one broker.
struct BrokerAccounts: TableRow {
    var broker: String
    var accounts: AccessAccounts

    static let columns: [Column<Self>] = [
        Column("#Broker", "broker") { $0.broker },
        Column("#Addresses", "globalWhiteRemoteAddresses") { $0.accounts.globalWhiteAddrs ?? [] },
        Column("#Accounts", "accounts") { (try? $0.accounts.plainAccessConfigs?.json()) ?? .array([]) },
    ]

    /// As `GetAccessConfigSubCommand` of 5.1 prints them.
    var text: String {
        let heading = ["", "globalWhiteRemoteAddresses: \(javaList(accounts.globalWhiteAddrs ?? []))", "", "accounts:"]
        return (heading + (accounts.plainAccessConfigs ?? []).flatMap(\.lines)).joined(separator: "\n")
    }
}
