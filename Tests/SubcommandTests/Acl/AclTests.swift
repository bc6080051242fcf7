import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Remoting
import Sandbox
import Subcommands
import Testing

/// Accounts of ACL 1.0, which brokers had until 5.2.
@Suite struct AclTests {
    @Test func `updateAclConfig creates an account on every broker`() throws {
        try Bench.with(slaves: 1, version: .v4) { bench async throws in
            let account = "-a AppUser1 -s secretKey -w 10.0.0.* -i DENY -u SUB -t TopicA=PUB|SUB,TopicB=DENY -m true"
            let lines = try await bench.run("updateAclConfig -c DefaultCluster \(account)").lines.map(String.init)
            let brokers = bench.sandbox.brokers.map(\.address)
            #expect(lines[..<2] == brokers.map { "create or update plain access config to \($0) success." }[...])
            #expect(
                lines[2] == "PlainAccessConfig{accessKey='AppUser1', whiteRemoteAddress='10.0.0.*', admin=true, "
                    + "defaultTopicPerm='DENY', defaultGroupPerm='SUB', topicPerms=[TopicA=PUB|SUB, TopicB=DENY], "
                    + "groupPerms=null}")
            let json = try await bench.run("updateAclConfig -b \(bench.broker) \(account) --json").json()
            #expect(json["items"]?.array?.map { $0["broker"]?.string } == [bench.broker])
        }
    }

    @Test func `getAclConfig shows the accounts of brokers that tell them, which those of 4_9_8 do not`() throws {
        try Bench.with(version: .v4) { bench async throws in
            var account = AccessAccount(accessKey: "AppUser1")
            (account.secretKey, account.admin, account.whiteRemoteAddress) = ("secretKey", true, "10.0.0.*")
            (account.defaultTopicPerm, account.topicPerms) = ("DENY", ["TopicA=PUB|SUB", "TopicB=DENY"])
            var answer = Frame(code: 0, opaque: 0)
            answer.body = try AccessAccounts(addresses: ["192.168.*"], accounts: [account]).bodyBytes()
            let exchange = RecordedExchange(
                address: "127.0.0.1:10911", request: Frame(code: 54, opaque: 0), response: answer)
            try await RecordedServers.with([exchange], on: bench.admin.loop) { servers in
                let broker = "127.0.0.1:\(servers.places[0].port)"
                #expect(
                    try await bench.run("getAclConfig -b \(broker)").lines == [
                        "", "globalWhiteRemoteAddresses: [192.168.*]", "", "accounts:",
                        "  accessKey         : AppUser1", "  secretKey         : secretKey",
                        "  whiteRemoteAddress: 10.0.0.*", "  admin             : true",
                        "  defaultTopicPerm  : DENY", "  defaultGroupPerm  : ",
                        "  topicPerms        : [TopicA=PUB|SUB, TopicB=DENY]", "  groupPerms        : ", "",
                    ])
                let item = try await bench.run("getAclConfig -b \(broker) --json").json()["items"]?.array?.first
                #expect(item?["accounts"]?.array?.map { $0["accessKey"]?.string } == ["AppUser1"])
            }
            let error = await bench.failure("getAclConfig -b \(bench.broker)") as? BrokerError
            #expect(error?.code == .requestCodeNotSupported && error?.remark == " request type 54 not supported")
            #expect(await bench.failure("getAclConfig -c Nope") is NotFoundError)
        }
    }

    @Test func `updateAclConfig is refused by the name of 4x, and the secret does not come out`() throws {
        try Bench.with(version: .v4) { bench async throws in
            let short = await bench.failure("updateAclConfig -b \(bench.broker) -a AppUser1 -s geheim")
            let text = "\(String(describing: short))"
            #expect((short as? BrokerError)?.code.rawValue == 209)
            #expect((short as? BrokerError)?.description.contains("UPDATE_AND_CREATE_ACL_CONFIG_FAILED (209)") == true)
            #expect(!text.contains("geheim") && text.contains("***"))
            for permissions in ["-t TopicA", "-g G=ALL"] {
                let line = "updateAclConfig -b \(bench.broker) -a AppUser1 -s secretKey \(permissions)"
                #expect((await bench.failure(line) as? BrokerError)?.remark.hasPrefix("Parse ") == true)
            }
        }
    }

    @Test func `deleteAclConfig removes an account, once`() throws {
        try Bench.with(version: .v4) { bench async throws in
            let create = "updateAclConfig -b \(bench.broker) -a"
            for name in ["AppUser1", "AppUser2"] { _ = try await bench.run("\(create) \(name) -s secretKey") }
            #expect(
                try await bench.run("deleteAclConfig -b \(bench.broker) -a AppUser1").lines == [
                    "delete plain access config account from \(bench.broker) success.",
                    "account's accessKey is:AppUser1",
                ])
            let error = await bench.failure("deleteAclConfig -b \(bench.broker) -a AppUser1") as? BrokerError
            #expect(error?.description.contains("DELETE_ACL_CONFIG_FAILED (210)") == true)
            let json = try await bench.run("deleteAclConfig -c DefaultCluster -a AppUser2 --json").json()
            #expect(json["items"]?.array?.count == 1)
        }
    }

    @Test func `clusterAclConfigVersion counts the changes`() throws {
        try Bench.with(version: .v4) { bench async throws in
            _ = try await bench.run("updateAclConfig -b \(bench.broker) -a AppUser1 -s secretKey")
            _ = try await bench.run("deleteAclConfig -b \(bench.broker) -a AppUser1")
            let lines = try await bench.run("clusterAclConfigVersion -c DefaultCluster").lines
            #expect(lines.count == 3 && lines[0].hasPrefix("#Cluster Name "))
            #expect(lines[1].split(separator: " ")[..<3] == ["DefaultCluster", "broker-a", bench.broker[...]])
            #expect(lines[2] == "get cluster's plain access config version success.")
            let json = try await bench.run("clusterAclConfigVersion -b \(bench.broker) --json").json()
            let item = json["items"]?.array?.first
            #expect(item?["version"]?.int == 2)
            #expect(item?["path"]?.string == "/home/rocketmq/broker-a/conf/plain_acl.yml")
            #expect(await bench.failure("clusterAclConfigVersion -c Nope") is NotFoundError)
        }
    }

    @Test func `updateGlobalWhiteAddr replaces the addresses of the only file`() throws {
        try Bench.with(version: .v4) { bench async throws in
            for addresses in ["10.0.0.1,10.0.0.2", "192.168.*"] {
                let lines = try await bench.run("updateGlobalWhiteAddr -b \(bench.broker) -g \(addresses)").lines
                #expect(lines == ["update global white remote addresses to \(bench.broker) success."])
            }
            let json = try await bench.run("updateGlobalWhiteAddr -c DefaultCluster -g 10.0.0.1 --json").json()
            #expect(json["items"]?.array?.first?["broker"]?.string == bench.broker)
            let other = "updateGlobalWhiteAddr -b \(bench.broker) -g 10.0.0.1 -p /etc/acl.yml"
            let error = await bench.failure("\(other)") as? BrokerError
            #expect(error?.description.contains("UPDATE_GLOBAL_WHITE_ADDRS_CONFIG_FAILED (211)") == true)
            #expect(await bench.failure("updateGlobalWhiteAddr -c Nope -g 10.0.0.1") is NotFoundError)
        }
    }
}
