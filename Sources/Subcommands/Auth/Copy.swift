import AdminClient
import CommandKit

/// A user, or a subject's permissions, that a broker got from another.
struct Copy: TableRow {
    var name: String
    var source: PeerAddress
    var destination: PeerAddress
    /// Whether the other broker did not have it before.
    var isNew: Bool

    static let columns: [Column<Self>] = [
        Column("#Name", "name") { $0.name },
        Column("#From", "from") { $0.source.description },
        Column("#To", "to") { $0.destination.description },
        Column("#New", "isNew") { $0.isNew },
    ]

    /// As `CopyUsersSubCommand` and `CopyAclsSubCommand` print it.
    func text(of kind: String) -> String { "copy \(kind) of \(name) from \(source) to \(destination) success." }
}

/// What is to be copied, and what of it was not there.
struct Originals<Item: Sendable>: Sendable {
    var found: [Item] = []
    var failures: [Failure] = []

    /// Gets those that are named, or all; throws when names were given and none of them could be got.
    init(
        of names: [String]?, _ admin: Admin, one: @escaping @Sendable (String) async throws -> Item?,
        all: () async throws -> [Item]
    ) async throws {
        guard let names else {
            found = try await all()
            return
        }
        let results = try await admin.outcomes(of: names) { name in
            guard let item = try await one(name) else { throw NotFoundError("no '\(name)' to copy") }
            return item
        }
        (found, failures) = (results.values.map(\.value), results.failures)
    }
}
