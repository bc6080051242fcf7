import AdminProtocol
import Testing

@testable import Sandbox

@Suite struct AccessRuleTests {
    private let need = AccessNeed(kind: "Topic", name: "orders", actions: ["Pub"])

    private func rule(_ text: String) throws -> AccessRule {
        let parts = text.split(separator: " ").map(String.init)
        let rule = AclInfo.Rule(resource: parts[0], actions: ["All"], sourceIps: nil, decision: parts[1])
        return try #require(AccessRule(rule))
    }

    /// What the comparison and the sort of 5.3.3 make of rules that are about the same topic.
    @Test(arguments: [
        (["Topic:orders Deny", "* Allow"], true), (["* Allow", "Topic:orders Deny"], true),
        (["Topic:* Allow", "Topic:orders Deny"], true), (["Topic:orders Deny", "Topic:* Allow"], false),
        (["Topic:* Deny", "Topic:orders Allow"], false), (["Topic:orders Allow", "Topic:* Deny"], false),
        (["Topic:ord* Deny", "Topic:o* Allow"], false), (["Topic:o* Deny", "Topic:ord* Allow"], true),
        (["Topic:ord* Allow", "Topic:orders Deny"], true), (["Topic:orders Deny", "Topic:ord* Allow"], false),
        (["* Deny"], true), (["* Allow"], false),
    ])
    func `the rule that decides is the one that the original finds`(rules: [String], denies: Bool) throws {
        let rules = try rules.map(rule)
        #expect(rules.allSatisfy { $0.isAbout(need, from: "127.0.0.1") })
        #expect(AccessRule.first(of: rules)?.denies == denies)
    }

    @Test func `among many rules one decides, and among none no one`() throws {
        #expect(AccessRule.first(of: []) == nil)
        let many = try (0..<100).map { try rule("Topic:\("orders".prefix($0 % 6))* \($0 < 99 ? "Allow" : "Deny")") }
        #expect(AccessRule.first(of: many)?.denies == false)
    }

    @Test func `a resource that says nothing is about nothing`() throws {
        for resource in ["", ":", "Topic", "Topic:", "Group:orders", "topic:orders", "Topic:Orders", "**", "Cluster:*"]
        {
            let rule = AclInfo.Rule(resource: resource, actions: ["All"], sourceIps: nil, decision: "Allow")
            #expect(AccessRule(rule)?.isAbout(need, from: "127.0.0.1") != true, "\(resource)")
        }
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.0.0.2", false), ("127.0.0.0/8", true), ("127.0.0.2/31", false),
        ("127.0.0.0/31", true), ("127.0.0.1/32", true), ("0.0.0.0/0", true), ("10.0.0.0/8", false), ("::/0", false),
        ("127.0.0.1/33", false), ("127.0.0.1/-1", false), ("127.0.0.1/x", false), ("/", false), ("", false),
    ])
    func `a network holds some addresses`(network: String, holds: Bool) {
        #expect(AddressPattern.network(network, holds: "127.0.0.1") == holds)
    }
}
