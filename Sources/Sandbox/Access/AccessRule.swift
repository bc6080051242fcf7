internal import AdminProtocol

/// A rule of a policy, taken apart (`PolicyEntry.java`, `Resource.java` 5.3.3).
struct AccessRule {
    /// Which names a resource means.
    private enum Pattern { case any, literal, prefixed }

    let denies: Bool
    /// `Topic`, `Group`, `Cluster`; nil is any.
    private let kind: Substring?
    private let name: Substring
    private let pattern: Pattern
    private let actions: [String]
    private let addresses: [String]

    /// Nil where the rule names no resource.
    init?(_ rule: AclInfo.Rule) {
        guard let resource = rule.resource else { return nil }
        let parts = resource.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        kind = resource == "*" ? nil : parts.first
        let name = parts.count > 1 ? parts[1] : ""
        pattern = resource == "*" || name == "*" ? .any : name.hasSuffix("*") ? .prefixed : .literal
        self.name = pattern == .literal ? name : name.prefix { $0 != "*" }
        (actions, addresses) = (rule.actions ?? [], rule.sourceIps ?? [])
        denies = rule.decision == "Deny"
    }

    func isAbout(_ need: AccessNeed, from address: String) -> Bool {
        isFor(need)
            && (actions.contains("All") || need.actions.contains { actions.contains($0) })
            && (addresses.isEmpty || addresses.contains { AddressPattern.network($0, holds: address) })
    }

    private func isFor(_ need: AccessNeed) -> Bool {
        guard let kind else { return true }
        if kind != need.kind { return false }
        switch pattern {
        case .any: return true
        case .literal: return need.name.map { $0 == name } ?? false
        case .prefixed: return need.name.map { $0.hasPrefix(name) } ?? false
        }
    }

    /// `AclAuthorizationHandler.comparePolicyEntries`: negative where this rule comes before the other one.
    ///
    /// It is the original's, which puts shorter prefixes and allowing rules first, and is no order: a rule for any name
    /// may come before and after the same literal one.
    private func compared(to other: AccessRule) -> Int {
        var result = 0
        if kind != other.kind {
            result = other.kind == nil ? -1 : kind == nil ? 1 : 0
        } else if pattern != other.pattern {
            result = pattern == .any ? 0 : -1
        } else if pattern == .prefixed {
            result = name.utf16.count - other.name.utf16.count
        }
        if result != 0 { return result }
        return denies ? 1 : other.denies ? -1 : 0
    }

    /// The rule that Java's sort puts first; as the comparison is no order, that depends on how it sorts: it turns a
    /// falling run at the start around and then inserts each rule by halving (`TimSort`, below 32 elements).
    static func first(of rules: [AccessRule]) -> AccessRule? {
        var sorted = rules
        var run = min(2, sorted.count)
        let falls = sorted.count > 1 && sorted[1].compared(to: sorted[0]) < 0
        while run > 1, run < sorted.count, (sorted[run].compared(to: sorted[run - 1]) < 0) == falls { run += 1 }
        if falls { sorted[..<run].reverse() }
        for next in run..<sorted.count {
            let rule = sorted.remove(at: next)
            var (low, high) = (0, next)
            while low < high {
                let middle = (low + high) / 2
                if rule.compared(to: sorted[middle]) < 0 { high = middle } else { low = middle + 1 }
            }
            sorted.insert(rule, at: low)
        }
        return sorted.first
    }
}
