import AdminClient
import AdminProtocol
import Testing

@testable import Sandbox

/// The file of accounts that brokers of 4.9.8 have.
@Suite struct AccountTests {
    @Test func `an account keeps what is left out, but for the administrator's right, and moves to the end`() throws {
        var options = SandboxOptions()
        options.serverVersion = .v4
        try withSandbox(options) { sandbox, admin in
            var account = AccessAccount(accessKey: "AppUser1")
            (account.secretKey, account.groupPerms, account.admin) = ("secretKey", ["G=SUB"], true)
            var other = AccessAccount(accessKey: "AppUser2")
            other.secretKey = "secretKey"
            for account in [account, other] {
                _ = try await admin.send(UpdateAndCreateAclConfig(account), to: sandbox.address())
            }
            (account.secretKey, account.groupPerms, account.admin) = ("otherKey1", nil, nil)
            _ = try await admin.send(UpdateAndCreateAclConfig(account), to: sandbox.address())
            let accounts = await sandbox.accounts
            #expect(accounts.map(\.accessKey) == ["AppUser2", "AppUser1"])
            #expect(accounts[1].secretKey == "otherKey1" && accounts[1].admin == false)
            #expect(accounts[1].groupPerms == ["G=SUB"])
            let addresses = UpdateGlobalWhiteAddrsConfig(addresses: "192.168.*,10.0.0.1", file: nil)
            _ = try await admin.send(addresses, to: sandbox.address())
            #expect(await sandbox.openAddresses == ["192.168.*", "10.0.0.1"])
        }
    }
}

extension Sandbox {
    fileprivate var accounts: [AccessAccount] { broker(0).accounts.accounts }
    fileprivate var openAddresses: [String] { broker(0).accounts.addresses }
}
