import AdminClient
import CommandKit

/// The contexts there are, and what can be done with them.
struct ContextStore {
    let session: Session
    private var configuration: Configuration

    init(_ session: Session) throws(UsageError) {
        self.session = session
        configuration = try Configuration.load(environment: session.environment, folder: session.folder)
    }

    func list() -> Table<ContextRow> {
        if configuration.contexts.isEmpty {
            session.notify("there is no context yet: mqadmin config set <name> -n host:9876 makes one")
        }
        return Table(
            configuration.contexts.map { context in
                ContextRow(
                    name: context.name, isCurrent: context.name == inForce,
                    nameServers: context.nameServers.argument ?? "", isProtected: context.isProtected,
                    file: context.file)
            })
    }

    /// Stores what the command line gives; what a context held before stays.
    mutating func set(_ name: String, isProtected: Bool, _ unset: [String]) throws -> Message {
        try ClusterContext.check(name)
        let given = session.globals.given
        guard !given.isEmpty || isProtected || !unset.isEmpty else {
            throw UsageError("there is nothing to set: give -n host:9876, or what else the context is to hold")
        }
        let path = configuration.own.path
        let old = configuration.own.contexts.first { $0.name == name }
        var context = old ?? ClusterContext(name, file: path)
        for key in unset {
            guard let setting = Setting(rawValue: key) else {
                let near = Nearest.names(to: key, among: Setting.allCases.map(\.rawValue)).first
                throw UsageError("--unset \(key): no such setting" + (near.map { "; did you mean '\($0)'?" } ?? ""))
            }
            context.values[setting] = nil
        }
        for (setting, given) in given {
            context.values[setting] = whole(given.text, of: setting)
        }
        if isProtected { context.values[.protected] = "true" }
        configuration.own.contexts.removeAll { $0.name == name }
        configuration.own.contexts.append(context)
        configuration.own.contexts.sort { $0.name < $1.name }
        try configuration.own.save()
        tellOfProject(name)
        let hint = configuration.current == name ? "" : "; 'mqadmin config use \(name)' makes it the current one"
        return Message(
            "context '\(name)' \(old == nil ? "created" : "changed") in \(path)\(hint)",
            fields: ["context": name, "file": path])
    }

    mutating func use(_ name: String) throws -> Message {
        _ = try existing(name)
        configuration.own.current = name
        try configuration.own.save()
        if let project = configuration.project, let current = project.current, current != name {
            session.notify("here context '\(current)' holds all the same: \(project.path) says so")
        }
        return Message(
            "context '\(name)' is the current one", fields: ["context": name, "file": configuration.own.path])
    }

    mutating func delete(_ name: String) throws -> Message {
        let context = try existing(name)
        guard context.file == configuration.own.path else {
            throw UsageError("context '\(name)' stands in \(context.file), which is to be edited by hand")
        }
        configuration.own.contexts.removeAll { $0.name == name }
        if configuration.own.current == name { configuration.own.current = nil }
        try configuration.own.save()
        return Message(
            "context '\(name)' deleted from \(configuration.own.path)",
            fields: ["context": name, "file": configuration.own.path])
    }

    func get(_ name: String?) throws -> Table<SettingRow> {
        guard let name = name ?? inForce else { throw UsageError("no context is in force: name one") }
        let context = try existing(name)
        let rows = Setting.allCases.compactMap { setting in
            context.values[setting].map { SettingRow(setting: setting.rawValue, value: $0) }
        }
        return Table([SettingRow(setting: "context", value: name)] + rows, layout: .columns(.values))
    }

    func view(_ name: String?, withOrigin: Bool) throws -> Table<SettingRow> {
        let settings = try effective(name)
        var rows = settings.context.map { [SettingRow(setting: "context", value: $0.name, origin: $0.file)] } ?? []
        for setting in Setting.allCases {
            guard let choice = settings.choices[setting] else { continue }
            rows.append(
                SettingRow(setting: setting.rawValue, value: choice.shown(setting), origin: "\(choice.origin)"))
        }
        if !withOrigin { for index in rows.indices { rows[index].origin = nil } }
        return Table(rows, layout: .columns(withOrigin ? nil : .values))
    }

    /// The name of the context that holds when none is named.
    private var inForce: String? {
        let variable = session.environment("MQADMIN_CONTEXT").flatMap { $0.isEmpty ? nil : $0 }
        return session.globals.context?.text ?? variable ?? configuration.current
    }

    /// The value, whose path does not depend on where one is.
    private func whole(_ text: String, of setting: Setting) -> String {
        if setting.isFile { return FilePlace.absolute(text, in: session.folder) }
        guard setting.isSecret, let reference = try? SecretReference(argument: text), reference.place == .file else {
            return text
        }
        return "file:\(FilePlace.absolute(reference.name, in: session.folder))"
    }

    private func existing(_ name: String) throws -> ClusterContext {
        do throws(UsageError) { return try configuration.context(named: name) } catch {
            throw NotFoundError("\(error)")
        }
    }

    private func tellOfProject(_ name: String) {
        guard let project = configuration.project, project.contexts.contains(where: { $0.name == name }) else { return }
        session.notify("here context '\(name)' of \(project.path) holds all the same")
    }

    func effective(_ name: String?) throws -> EffectiveSettings {
        if let name { _ = try existing(name) }
        return try EffectiveSettings(
            session.globals, in: configuration, context: name, environment: session.environment)
    }
}

extension [Column<SettingRow>] {
    /// Without the origin.
    fileprivate static var values: Self { Array(SettingRow.columns.dropLast()) }
}

extension EffectiveSettings.Choice {
    /// The value as a screen may show it.
    fileprivate func shown(_ setting: Setting) -> String {
        switch origin {
        case .variable, .toolsFile: setting.isSecret ? "***" : text
        case .option, .context, .standing: text
        }
    }
}
