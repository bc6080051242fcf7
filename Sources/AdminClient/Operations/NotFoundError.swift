/// Something that the command line names and the cluster does not have.
public struct NotFoundError: Error, Equatable, CustomStringConvertible {
    /// One line: what is missing, where it was looked for, and what there is instead.
    public var description: String

    public init(_ description: String) { self.description = description }

    /// A cluster name that matches no broker.
    public static func cluster(_ name: String, known: some Sequence<String>) -> NotFoundError {
        let names = known.sorted()
        let rest = names.isEmpty ? "no broker is registered" : "the name server knows \(names.joined(separator: ", "))"
        return NotFoundError("no cluster '\(name)': \(rest)")
    }

    /// A consumer group whose brokers nobody knows: they are those of its retry topic, which its first client brings
    /// into being, or of a topic that it reads.
    static func group(_ name: String, topic: String? = nil) -> NotFoundError {
        let place =
            topic.map { "topic '\($0)'" } ?? "topic '\(DerivedTopic.retry(of: name))', which its first client makes"
        return NotFoundError("group '\(name)' has no brokers: the name server has no \(place)")
    }
}

/// A command line that means one cluster, when the name server knows several.
public struct AmbiguousClusterError: Error, Equatable, CustomStringConvertible {
    public var clusters: [String]

    public var description: String {
        "the name server knows several clusters: choose one of \(clusters.joined(separator: ", ")) with -c"
    }
}
