import AdminClient
import AdminProtocol
import CommandKit

struct CopyAcl: Subcommand {
    static let about = About(
        "copyAcl", .auth, "Copy permissions from one broker to another",
        discussion: "The other broker has to know the users: see copyUser.",
        examples: [
            Example("-n 127.0.0.1:9876 -f 10.0.0.1:10911 -t 10.0.0.2:10911", "those of all users"),
            Example("-n 127.0.0.1:9876 -f 10.0.0.1:10911 -t 10.0.0.2:10911 -s User:alice", "those of one user"),
        ],
        statuses: [.notFound: "The first broker has permissions of none of the users: nothing was copied."])

    @Option("f", "fromBroker", "the broker that has them") var source: BrokerAddress
    @Option("t", "toBroker", "the broker that gets them") var destination: BrokerAddress
    @Option("s", "subjects", "only those of these subjects, separated by commas") var subjects: NameList?

    func run(in session: Session) async throws -> Table<Copy> {
        let (admin, source, destination) = (session.admin, source.peer, destination.peer)
        let acls = try await Originals(of: subjects?.names, admin) { subject in
            try await admin.send(AdminProtocol.GetAcl(subject: subject), to: source).content
        } all: {
            try await admin.send(ListAcls(subject: nil, resource: nil), to: source).content?.items ?? []
        }
        let results = try await admin.outcomes(of: acls.found) { acl in
            let known = try await admin.send(AdminProtocol.GetAcl(subject: acl.subject), to: destination).content
            if known == nil {
                _ = try await admin.send(AdminProtocol.CreateAcl(acl), to: destination)
            } else {
                _ = try await admin.send(AdminProtocol.UpdateAcl(acl), to: destination)
            }
            return Copy(name: acl.subject, source: source, destination: destination, isNew: known == nil)
        }
        return Table(
            results.values.map(\.value), layout: .lines { $0.text(of: "acl") },
            failures: acls.failures + results.failures)
    }
}
