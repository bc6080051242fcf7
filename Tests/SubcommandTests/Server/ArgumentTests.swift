import AdminClient
import CommandKit
import Testing

@testable import Subcommands

@Suite struct ServerArgumentTests {
    @Test func `a broker of a container is a cluster, a name and an id`() throws {
        let broker = try BrokerIdentity(argument: " DefaultCluster : broker-a:2 ")
        #expect((broker.cluster, broker.name, broker.id) == ("DefaultCluster", "broker-a", 2))
        #expect(broker.text == "DefaultCluster:broker-a:2")
    }

    @Test(arguments: ["", "a", "a:b", "a:b:", "a:b:x", "a:b:-1", ":b:1", "a::1", "a:b:1:2"])
    func `what is no broker of a container is malformed`(_ text: String) {
        #expect(throws: MalformedValue.self) { try BrokerIdentity(argument: text) }
    }

    @Test func `ids of brokers are separated by semicolons`() throws {
        #expect(try BrokerIDs(argument: "1; 2;3").numbers == [1, 2, 3])
        #expect(try BrokerIDs(argument: "7").text == "7")
    }

    @Test(arguments: ["", ";", "a", "1;b", "1,2"])
    func `what is no list of ids is malformed`(_ text: String) {
        #expect(throws: MalformedValue.self) { try BrokerIDs(argument: text) }
    }

    @Test(arguments: ["0", "-1", "x", "31536001"])
    func `an interval is between a second and a year`(_ text: String) throws {
        #expect(throws: MalformedValue.self) { try Seconds(argument: text) }
        #expect(try Seconds(argument: "31536000").count == 31_536_000)
    }

    @Test func `several controllers may be given`() throws {
        let addresses = try ControllerAddresses(argument: "10.0.0.1:9878;10.0.0.2:9878").addresses
        #expect(addresses.map(\.description) == ["10.0.0.1:9878", "10.0.0.2:9878"])
        #expect(throws: MalformedValue.self) { try ControllerAddresses(argument: "10.0.0.1") }
    }

    @Test(arguments: [("a\nb=c", "v"), ("a", "v\nb=c"), ("", "v"), ("a", "v\r\nb=c")])
    func `a change of a property changes no other`(_ key: String, _ value: String) {
        #expect(throws: UsageError.self) { try ConfigChange(key: key, value: value) }
    }

    @Test func `a change of a property says so as Java does`() throws {
        let change = try ConfigChange(key: " k ", value: " v ")
        #expect(change.lines("success!", ["a:1", "b:2"]) == ["success![a:1, b:2]", "k : v"])
        #expect(change.plan("controller", ["a:1", "b:2"]).steps == ["controller a:1", "controller b:2"])
    }
}
