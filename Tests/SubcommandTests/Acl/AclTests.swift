import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox
import Subcommands
import Testing

/// Accounts of ACL 1.0, which brokers had until 5.2.
@Suite struct AclTests {
    @Test func `updateAclConfig creates an account on every broker, which getAclConfig shows`() throws {
        try Bench.with(slaves: 1) { bench async throws in
            let account = "-a AppUser1 -s secretKey -w 10.0.0.* -i DENY -u SUB -t TopicA=PUB|SUB,TopicB=DENY -m true"
            let lines = try await bench.run("updateAclConfig -c DefaultCluster \(account)").lines.map(String.init)
            let brokers = bench.sandbox.brokers.map(\.address)
            #expect(lines[..<2] == brokers.map { "create or update plain access config to \($0) success." }[...])
            #expect(
                lines[2] == "PlainAccessConfig{accessKey='AppUser1', whiteRemoteAddress='10.0.0.*', admin=true, "
                    + "defaultTopicPerm='DENY', defaultGroupPerm='SUB', topicPerms=[TopicA=PUB|SUB, TopicB=DENY], "
                    + "groupPerms=null}")
            for broker in brokers {
                #expect(
                    try await bench.run("getAclConfig -b \(broker)").lines == [
                        "", "globalWhiteRemoteAddresses: []", "", "accounts:", "  accessKey         : AppUser1",
                        "  secretKey         : secretKey", "  whiteRemoteAddress: 10.0.0.*",
                        "  admin             : true", "  defaultTopicPerm  : DENY", "  defaultGroupPerm  : SUB",
                        "  topicPerms        : [TopicA=PUB|SUB, TopicB=DENY]", "  groupPerms        : ", "",
                    ])
            }
        }
    }

    @Test func `updateAclConfig keeps what is left out, but for the administrator's right`() throws {
        try Bench.with { bench async throws in
            let account = "-a AppUser1 -s secretKey -g G=SUB -m true"
            let json = try await bench.run("updateAclConfig -b \(bench.broker) \(account) --json").json()
            #expect(json["items"]?.array?.map { $0["broker"]?.string } == [bench.broker])
            _ = try await bench.run("updateAclConfig -b \(bench.broker) -a AppUser2 -s secretKey")
            _ = try await bench.run("updateAclConfig -b \(bench.broker) -a AppUser1 -s otherKey1")
            let item = try await bench.run("getAclConfig -b \(bench.broker) --json").json()["items"]?.array?.first
            let accounts = try #require(item?["accounts"]?.array)
            #expect(accounts.map { $0["accessKey"]?.string } == ["AppUser2", "AppUser1"])
            #expect(accounts[1]["secretKey"]?.string == "otherKey1" && accounts[1]["admin"]?.bool == false)
            #expect(accounts[1]["groupPerms"]?.array?.map(\.string) == ["G=SUB"])
        }
    }

    @Test func `updateAclConfig is refused by the name of 4x, and the secret does not come out`() throws {
        try Bench.with { bench async throws in
            let short = await bench.failure("updateAclConfig -b \(bench.broker) -a AppUser1 -s geheim")
            let text = "\(String(describing: short))"
            #expect((short as? BrokerError)?.code.rawValue == 209)
            #expect((short as? BrokerError)?.description.contains("UPDATE_AND_CREATE_ACL_CONFIG_FAILED (209)") == true)
            #expect(!text.contains("geheim") && text.contains("***"))
            for permissions in ["-t TopicA", "-g G=ALL"] {
                let line = "updateAclConfig -b \(bench.broker) -a AppUser1 -s secretKey \(permissions)"
                #expect((await bench.failure(line) as? BrokerError)?.remark.hasPrefix("Parse ") == true)
            }
            #expect(await bench.failure("getAclConfig -c Nope") is NotFoundError)
        }
    }

    @Test func `deleteAclConfig removes an account, once`() throws {
        try Bench.with { bench async throws in
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
            let item = try await bench.run("getAclConfig -b \(bench.broker) --json").json()["items"]?.array?.first
            #expect(item?["accounts"]?.array?.isEmpty == true)
        }
    }

    @Test func `clusterAclConfigVersion counts the changes`() throws {
        try Bench.with { bench async throws in
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
        try Bench.with { bench async throws in
            for addresses in ["10.0.0.1,10.0.0.2", "192.168.*"] {
                let lines = try await bench.run("updateGlobalWhiteAddr -b \(bench.broker) -g \(addresses)").lines
                #expect(lines == ["update global white remote addresses to \(bench.broker) success."])
            }
            let text = try await bench.run("getAclConfig -c DefaultCluster").lines
            #expect(text.contains("globalWhiteRemoteAddresses: [192.168.*]"))
            let json = try await bench.run("updateGlobalWhiteAddr -c DefaultCluster -g 10.0.0.1 --json").json()
            #expect(json["items"]?.array?.first?["broker"]?.string == bench.broker)
            let other = "updateGlobalWhiteAddr -b \(bench.broker) -g 10.0.0.1 -p /etc/acl.yml"
            let error = await bench.failure("\(other)") as? BrokerError
            #expect(error?.description.contains("UPDATE_GLOBAL_WHITE_ADDRS_CONFIG_FAILED (211)") == true)
            #expect(await bench.failure("updateGlobalWhiteAddr -c Nope -g 10.0.0.1") is NotFoundError)
        }
    }
}
