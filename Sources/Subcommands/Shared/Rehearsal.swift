internal import AdminClient
internal import AdminProtocol
internal import CommandKit
internal import Remoting

/// Requests that change things: sent, or with `--dry-run` only written down.
final actor Rehearsal {
    private let isDry: Bool
    private var requests: [String] = []

    init(isDry: Bool) { self.isDry = isDry }

    /// Sends a request, unless it is only to be shown.
    func send(_ request: some Request, to address: PeerAddress, through admin: Admin) async throws {
        guard isDry else {
            _ = try await admin.send(request, to: address)
            return
        }
        requests.append("\(address): \(try Self.text(of: request))")
    }

    /// Throws the plan of a dry run, which ends the command.
    func end(_ summary: String) throws {
        guard isDry else { return }
        let steps = requests.sorted()
        throw Plan(summary: steps.isEmpty ? "\(summary): nothing changes" : summary, steps: steps)
    }

    private static func text<R: Request>(of request: R) throws -> String {
        let frame = try request.frame(opaque: 0)
        let fields = frame.fields.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let body = frame.body.isEmpty ? "" : " " + String(decoding: frame.body, as: UTF8.self)
        return "\(R.code)\(fields)\(body)"
    }
}

/// What an update makes different in something that exists.
struct Differences {
    private(set) var texts: [String] = []

    /// Compares the values of the same names.
    init(from old: [(name: String, text: String?)], to new: [(name: String, text: String?)]) {
        texts = zip(old, new).filter { $0.text != $1.text }.map { old, new in
            "\(new.name) from \(old.text ?? "nothing") to \(new.text ?? "nothing")"
        }
    }

    /// What is told of it, with what stays although it was not said: `changes perm from 6 to 4; kept order=true`.
    func note(keeping kept: [String]) -> String {
        (texts.isEmpty ? "nothing changes" : "changes \(texts.joined(separator: ", "))")
            + (kept.isEmpty ? "" : "; kept \(kept.joined(separator: ", "))")
    }
}
