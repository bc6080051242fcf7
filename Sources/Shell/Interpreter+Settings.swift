internal import AdminClient
internal import CommandKit
internal import Execution
internal import Subcommands

extension Interpreter {
    /// Sets, or shows, what holds for every command.
    func set(_ words: [String], _ outlet: Outlet) throws {
        guard let name = words.first else {
            let all = settings.merging(["pager": pages ? "on" : "off", "color": style.usesColor ? "always" : "never"]) {
                $1
            }
            return try outlet.write(lines: all.sorted { $0.key < $1.key }.map { "\($0) \($1)".escapingControls() })
        }
        let value = words.dropFirst().joined(separator: " ")
        switch (name, value) {
        case ("pager", "on"), ("pager", "off"): pages = value == "on"
        case ("color", _):
            guard let color = ShellRequest.Color(rawValue: value) else {
                throw UsageError("color has to be auto, always or never")
            }
            style = Style(color)
        default: try setOption(name, value)
        }
    }

    private func setOption(_ name: String, _ value: String) throws {
        guard let option = sharedOptions.first(where: { $0.long == name }) ?? spec(of: name), name != "help" else {
            throw UsageError("there is no option '\(name)' that every command has: Tab after set lists them")
        }
        if option.kind != nil {
            _ = try catalog.parse(["version", "--\(name)", value])
            settings[name] = value
        } else {
            guard ["on", "off"].contains(value) else { throw UsageError("\(name) is on or off") }
            settings[name] = value == "on" ? "" : nil
        }
        if !Self.drawing.contains(name) { names.poke(forgetting: true) }
    }

    private func spec(of name: String) -> OptionSpec? { sharedOptions.first { $0.short == name } }

    /// Turns to another context, or to other name servers.
    func use(_ words: [String]) throws {
        guard words.count == 1 else { throw UsageError("usage: \(Builtin.use.usage)") }
        if let servers = try? NameServerList(parsing: words[0]), !contexts.names().contains(words[0]) {
            settings["namesrvAddr"] = servers.addresses.map(\.description).joined(separator: ";")
        } else {
            try contexts.use(words[0])
            settings["namesrvAddr"] = nil
        }
        names.poke(forgetting: true)
    }
}
