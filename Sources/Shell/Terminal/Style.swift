internal import CommandKit
internal import Execution
internal import Glibc
internal import Subcommands

/// The colours of the shell.
struct Style: Sendable {
    var usesColor: Bool

    /// Colours are for terminals, and for users who did not say no: see no-color.org.
    init(_ color: ShellRequest.Color) {
        let isPlain = Environment["NO_COLOR"].map { !$0.isEmpty } ?? false || Environment["TERM"] == "dumb"
        usesColor =
            switch color {
            case .always: true
            case .never: false
            case .auto: !isPlain && isatty(STDOUT_FILENO) == 1
            }
    }

    enum Color: String {
        case red = "31"
        case yellow = "33"
        case green = "32"
    }

    func text(_ text: String, _ color: Color) -> String {
        usesColor ? "\u{1b}[\(color.rawValue)m\(text)\u{1b}[0m" : text
    }

    /// The prompt: the context, or the name servers, and the cluster; red where the context is protected.
    ///
    /// Readline has to know what takes no room: it stands between the characters 1 and 2.
    func prompt(_ place: String?, isProtected: Bool, _ reach: LiveNames.Reach) -> String {
        var text = (place ?? "mqadmin").escapingControls()
        var color = isProtected ? Color.red : .green
        switch reach {
        case .unknown: if place == nil { (text, color) = ("not connected", .yellow) }
        case .lost: (text, color) = ("not connected", isProtected ? .red : .yellow)
        case .connected(let clusters):
            text += "/" + (clusters.count == 1 ? clusters[0].escapingControls() : "\(clusters.count) clusters")
        }
        guard usesColor else { return text + "> " }
        return "\u{1}\u{1b}[\(color.rawValue)m\u{2}\(text)>\u{1}\u{1b}[0m\u{2} "
    }
}
