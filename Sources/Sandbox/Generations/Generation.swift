internal import AdminProtocol

/// Which RocketMQ the servers of a sandbox are: what they know, and how they write it.
public enum Generation: String, Sendable, CaseIterable {
    case v4 = "4.9.8"
    case v5 = "5.3.3"

    /// As it stands in every frame that a server sends.
    var version: ServerVersion { self == .v4 ? .v4_9_8 : .v5_3_3 }

    /// Whether the servers answer requests of this code; those of both generations that nobody handles aside.
    func knows(_ code: Int) -> Bool { !(self == .v4 ? Self.since5 : Self.until5).contains(code) }
}

/// The codes of `RequestCode.java` that one of the two versions lacks.
extension Generation {
    /// ACL 1.0, which went with 5.2.
    private static let until5: Set<Int> = [50, 51, 52, 53]

    private static let since5: Set<Int> = {
        let single = [18, 47, 60, 61, 217, 225, 343, 345, 361, 370, 513, 200_151]
        let ranges = [
            351...355, 400...402, 901...908, 1001...1013, 2001...2004, 3001...3010, 200_050...200_056,
        ]
        return Set(single).union(ranges.joined())
    }()
}
