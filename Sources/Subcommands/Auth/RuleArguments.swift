import AdminProtocol
import CommandKit

/// The options of commands that give permissions.
struct RuleArguments: Options {
    @Choice var target: EveryBroker
    @Option("s", "subject", "whose permissions") var subject: SubjectName
    @Option("r", "resources", "on what, such as Topic:TopicTest,Group:* (prefixes end with *)") var resources: NameList
    @Option("a", "actions", "which: All, Pub, Sub, Create, Update, Delete, Get, List") var actions: NameList
    @Option("i", "sourceIp", "only for requests from these addresses, separated by commas") var addresses: NameList?
    @Option("d", "decision", "whether the actions are allowed") var decision: Decision

    /// Whether a rule allows or forbids (`Decision.java`).
    enum Decision: String, CaseIterable, ArgumentValue {
        case allow = "Allow"
        case deny = "Deny"
    }

    /// One policy with a rule for each resource.
    var acl: AclInfo {
        let rules = resources.names.map { resource in
            AclInfo.Rule(
                resource: resource, actions: actions.names, sourceIps: addresses?.names, decision: decision.rawValue)
        }
        return AclInfo(subject: subject.text, policies: [AclInfo.Policy(entries: rules)])
    }
}
