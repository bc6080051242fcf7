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
    static let all: [Deviation] = []
}
