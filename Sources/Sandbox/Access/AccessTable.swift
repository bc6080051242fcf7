internal import Remoting

/// What the other requests need permissions for: the annotations of their headers (`RocketMQAction.java`,
/// `RocketMQResource.java` 5.3.3); who has signed may send those without one.
enum AccessTable {
    private struct Row {
        var actions: [String]
        /// The kind of resource and the field that names it; without one, the broker's cluster is meant.
        var resources: [Resource] = []
    }

    private struct Resource {
        var kind: String
        var field: String
        var isOptional: Bool
        /// What stands between names, where the field may hold several.
        var separator: Character?
    }

    static func needs(of request: Frame, in cluster: String) throws(Refusal) -> [AccessNeed] {
        guard let row = rows[request.code] else { return [] }
        if row.resources.isEmpty { return [AccessNeed(kind: "Cluster", name: cluster, actions: row.actions)] }
        var needs: [AccessNeed] = []
        for resource in row.resources {
            guard let text = request.fields[resource.field] else {
                if resource.isOptional { continue }
                throw AccessNeeds.unread
            }
            let names = resource.separator.map { text.split(separator: $0) } ?? [text[...]]
            for name in names {
                let isRetry = resource.kind == "Topic" && name.hasPrefix(Frame.retryPrefix)
                let own = isRetry ? name.dropFirst(Frame.retryPrefix.count) : name
                needs.append(
                    AccessNeed(kind: isRetry ? "Group" : resource.kind, name: String(own), actions: row.actions))
            }
        }
        return needs
    }

    private static let rows: [Int: Row] = {
        var rows: [Int: Row] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 1, let code = Int(words[0]) else { continue }
            rows[code] = Row(actions: words[1].split(separator: ",").map(String.init), resources: words[2...].map(read))
        }
        return rows
    }()

    /// `T:topic`, where the field has to be there, `T?topic`, `T;topics`.
    private static func read(_ word: Substring) -> Resource {
        let (kind, mark) = (word.first, word.dropFirst().first)
        return Resource(
            kind: kind == "T" ? "Topic" : kind == "G" ? "Group" : "Cluster", field: String(word.dropFirst(2)),
            isOptional: mark != ":", separator: mark == ";" || mark == "," ? mark : nil)
    }

    /// The code, actions of which one has to be permitted, and the fields with the resources, all of which have to be.
    private static let text = """
        17 Create T:topic
        29 Get T:topic
        30 Get T:topic
        31 Get T:topic
        32 Get T:topic
        33 Get T?topic
        38 Sub,Get G:consumerGroup
        202 Get T:topic
        203 Get G:consumerGroup
        204 Get
        207 Delete G:groupName
        208 Get G:consumerGroup T?topic T;topicList
        215 Delete T:topic
        222 Update G:group T:topic
        223 Get T:topic G:group
        300 Get T:topic
        303 Get T:topic G:group
        307 Get G:consumerGroup
        308 Get G,filterGroups G:compareGroup T:topic
        309 Sub G:consumerGroup T?topic
        314 Update G:destGroup T?topic
        315 Get
        317 Get
        321 Get T?topic G?consumerGroup
        323 Update T?topic
        328 Get
        343 Get G:group
        345 Get G:group T?topic
        351 Get T:topic
        352 Get G:group
        353 Update G:group T:topic
        354 Get T:topic
        355 Get
        905 Update
        906 Update
        908 Update
        1008 Update
        3001 Update
        3002 Update
        3003 Update
        3004 Get
        3005 Get
        3006 Update
        3007 Update
        3008 Update
        3009 Get
        3010 Get
        200050 Sub G:consumerGroup T:topic
        200051 Sub G:consumerGroup T:topic
        200052 Sub T:topic G:consumerGroup
        200053 Sub G:consumerGroup T:topic
        200054 Sub G:consumerGroup T:topic
        200055 Get G:consumerGroup T:topic
        """
}
