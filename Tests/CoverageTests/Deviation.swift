import Sandbox

/// A way in which the sandbox answers otherwise than the recorded cluster did, and why that may be so.
struct Deviation: Sendable {
    /// The folder that the recording is in begins with this.
    var folder: String
    var code: Int
    /// A recording, where not all of the folder differ.
    var file = ""
    /// What the difference begins with.
    var difference: String
    var reason: String

    func covers(_ outcome: Rehearsal.Outcome, _ difference: String) -> Bool {
        outcome.code == code && outcome.folder.hasPrefix(folder) && outcome.file.hasPrefix(file)
            && difference.hasPrefix(self.difference)
    }

    /// This list may only become shorter: one that is not needed any more fails the test.
    static let all =
        unsigned + [
            Deviation(
                folder: "4.9.8", code: 52, file: "clusterAclConfigVersion.noacl", difference: "answered",
                reason: "brokers of the sandbox have a file of accounts even where nobody is kept out")
        ]

    private static let unsigned = [
        ("4.9.8-acl", 17), ("4.9.8-acl", 28), ("4.9.8-acl", 35), ("5.3.3-acl", 17), ("5.3.3-acl", 28),
        ("5.3.3-acl", 3005),
    ].map { folder, code in
        Deviation(
            folder: folder, code: code, file: "acl.denied.", difference: "",
            reason: "signatures are left out here; RecordedAccessTests sends these requests with theirs")
    }
}
