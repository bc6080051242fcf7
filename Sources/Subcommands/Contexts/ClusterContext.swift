public import AdminClient
internal import CommandKit

/// A named cluster and how to reach it, as a configuration file holds it.
///
/// `Configuration.load` reads those there are, and `EffectiveSettings` makes of one, of the command line and of the
/// environment what an `Admin` is made with.
public struct ClusterContext: Sendable {
    public let name: String
    /// The file that it stands in.
    public let file: String
    /// What the file says; each value has been checked.
    var values: [Setting: String]

    init(_ name: String, file: String, values: [Setting: String] = [:]) {
        (self.name, self.file, self.values) = (name, file, values)
    }

    /// Its name servers; none where it names none.
    public var nameServers: NameServerList {
        values[.namesrvAddr].flatMap { try? NameServerList(parsing: $0) } ?? NameServerList([])
    }

    /// Whether commands that destroy something need `--confirm-context`.
    public var isProtected: Bool { values[.protected].flatMap { try? Bool(argument: $0) } ?? false }

    /// Throws a `UsageError` for a name that is not easily typed.
    static func check(_ name: String) throws(UsageError) {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f: true
            default: false
            }
        }
        guard isPlain, !name.isEmpty, !name.hasPrefix("-"), name.utf8.count <= 64 else {
            throw UsageError("'\(name)' is no name for a context: use letters, digits, '.', '_' and '-'")
        }
    }
}
