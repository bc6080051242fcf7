internal import AdminClient
internal import CommandKit
internal import EventLoop
internal import Execution
internal import Subcommands

extension Interpreter {
    func dispatch(_ words: [String], to outlet: Outlet) async throws -> Verdict {
        var words = words
        if words.first == "mqadmin" { words.removeFirst() }
        if let builtin = Builtin(word: words.first), try !isCatalogued(builtin, words) {
            return try await run(builtin, Array(words.dropFirst()), to: outlet)
        }
        if words.first?.lowercased() == "help" || words.isEmpty, words.count < 2 || Builtin(word: words[1]) != nil {
            try outlet.write(Array(help(Builtin(word: words.dropFirst().first)).utf8))
            return Verdict([])
        }
        return try await command(words, to: outlet)
    }

    /// Runs a subcommand over the shell's connections.
    private func command(_ words: [String], to outlet: Outlet) async throws -> Verdict {
        let invocation = try catalog.parse(completed(words), edition: edition)
        lastGlobals = invocation.globals
        let isLocal = invocation.command?.isLocal ?? true
        let settings = isLocal ? EffectiveSettings(invocation.globals) : try contexts.settings(invocation.globals)
        guard let run = try CommandRun(invocation, settings) else {
            let width = Console.columns
            let text = invocation.entry.map { catalog.help(for: $0, in: invocation.edition, width: width) }
            try outlet.write(Array((text ?? help(nil)).utf8))
            return Verdict([])
        }
        if run.name == "shell" { throw UsageError("this is the shell already: source runs a script") }
        if let tap = WireTap(invocation.globals.traceWire, words) {
            return try await traced(run, run.connecting(settings, tap), tap, to: outlet)
        }
        let admin = try await connections.admin(key(invocation.given, settings), run.connecting(settings, nil))
        return Verdict(try await run.draw(with: admin, on: loop, memory: memory, to: outlet.write))
    }

    /// Runs a command over connections of its own, so that all that is seen of them is its own.
    private func traced(
        _ run: CommandRun, _ connecting: Admin.Settings, _ tap: WireTap, to outlet: Outlet
    ) async throws -> Verdict {
        let write: Drawing.Sink = { bytes in
            tap.note(output: bytes)
            try outlet.write(bytes)
        }
        var verdict: Verdict
        do {
            verdict = Verdict(
                try await Admin.with(loop, connecting) { try await run.draw(with: $0, on: loop, tap: tap, to: write) })
        } catch { verdict = Verdict(error) }
        tap.end(status: verdict.status)
        return verdict
    }

    /// The words with the options that `set` made stand for every command, but for those that are given or mean
    /// something else here.
    private func completed(_ words: [String]) -> [String] {
        if settings.isEmpty { return words }
        let options = words.prefix { $0 != "--" }
        let draft = Draft(Array(options), of: catalog, in: edition)
        var added = sharedOptions.filter { draft.options.contains($0) && settings[$0.long] != nil }
        if draft.values["nameserverAddr"] != nil { added.removeAll { $0.long == "namesrvAddr" } }
        let more = added.flatMap { ["--\($0.long)"] + ($0.kind == nil ? [] : [settings[$0.long] ?? ""]) }
        return options + more + words.dropFirst(options.count)
    }

    /// The options that all commands share.
    var sharedOptions: [OptionSpec] { Draft([], of: catalog, in: edition).options }

    /// Whose options are read.
    var edition: Edition {
        if let text = settings["compat"], let edition = try? Edition(argument: text) { return edition }
        let configured = try? contexts.settings(GlobalArguments()).edition()
        return (try? Edition.ofEnvironment()) ?? configured ?? .v5
    }

    /// The options as they stand without those of a command.
    func standing() throws -> Invocation<Session, GlobalArguments> {
        try catalog.parse(completed(["version"]), edition: edition)
    }

    /// The client that looks after the cluster in the background.
    func background() async throws -> Admin {
        let standing = try standing()
        let settings = try contexts.settings(standing.globals)
        // Nobody can be asked for a secret here, and name servers want no signature.
        let connecting =
            try (try? settings.adminSettings { _ in nil }) ?? settings.adminSettings(signing: false) { _ in nil }
        return try await connections.admin(key(standing.given, settings), connecting)
    }

    /// What of the options tells two clients apart: all but how results are drawn.
    private func key(_ given: [String: String], _ settings: EffectiveSettings) -> [String: String] {
        var key = given.filter { !Self.drawing.contains($0.key) }
        key["context"] = settings.context?.name
        return key
    }

    /// The options that do not change how peers are reached.
    static let drawing = ["output", "json", "raw", "verbose", "compat", "exit-compat", "help"]

    var prompt: String {
        let settings = try? contexts.settings(standing().globals)
        let servers = (try? settings?.adminSettings(signing: false) { _ in nil })?.nameServers.addresses ?? []
        let context = settings?.context
        let place = context?.name ?? servers.first.map { "\($0)" + (servers.count > 1 ? ",…" : "") }
        return style.prompt(place, isProtected: settings?.protection != nil, names.reach)
    }

    private func isCatalogued(_ builtin: Builtin, _ words: [String]) throws -> Bool {
        guard builtin == .explain, words.dropFirst() != ["last"] else { return false }
        return catalog.entries.contains { $0.about.name == builtin.rawValue }
    }
}
