public import CommandKit
internal import Glibc

/// The configuration files that hold for this run, and what they say taken together.
public struct Configuration: Sendable {
    /// The user's file, which `mqadmin config` writes; it need not be there.
    var own: ContextFile
    /// That of the folder, which comes first.
    var project: ContextFile?

    /// Finds and reads the files: `$MQADMIN_CONFIG` alone, or the nearest `.mqadmin.yaml` up to the root of the git
    /// checkout before `mqadmin/config.yaml` in the user's configuration folder.
    ///
    /// Throws a `UsageError` for a file that is unsafe or malformed; a file that is not there says nothing.
    public static func load(
        environment: (String) -> String?, folder: String = "."
    ) throws(UsageError) -> Configuration {
        if let path = environment("MQADMIN_CONFIG"), !path.isEmpty {
            return Configuration(own: try read(path, .user) ?? ContextFile(path, .user))
        }
        let path = ownPath(environment)
        let own = try read(path, .user) ?? ContextFile(path, .user)
        guard let path = projectPath(from: folder) else { return Configuration(own: own) }
        return Configuration(own: own, project: try read(path, .project))
    }

    /// All contexts, sorted by name; one of the project hides the user's of the same name.
    public var contexts: [ClusterContext] {
        let first = project?.contexts ?? []
        let rest = own.contexts.filter { context in !first.contains { $0.name == context.name } }
        return (first + rest).sorted { $0.name < $1.name }
    }

    /// The name of the context that holds when none is asked for.
    public var current: String? { project?.current ?? own.current }

    /// A context by its name; throws a `UsageError` that names the nearest.
    public func context(named name: String) throws(UsageError) -> ClusterContext {
        if let context = contexts.first(where: { $0.name == name }) { return context }
        let names = contexts.map(\.name)
        let near = Nearest.names(to: name, among: names)
        let rest = names.isEmpty ? "there is none in \(own.path)" : "there are \(names.joined(separator: ", "))"
        throw UsageError(
            "no context '\(name)': " + (near.first.map { "did you mean '\($0)'?" } ?? rest))
    }

    /// The edition that the context of a command line asks for, which has to be known before the line can be read.
    public func edition(for arguments: [String], environment: (String) -> String?) -> Edition? {
        let given = arguments.enumerated().compactMap { index, word in
            word == "--context"
                ? arguments.dropFirst(index + 1).first
                : word.hasPrefix("--context=") ? String(word.dropFirst(10)) : nil
        }
        let variable = environment("MQADMIN_CONTEXT").flatMap { $0.isEmpty ? nil : $0 }
        let name = given.first ?? variable ?? current
        let text = contexts.first { $0.name == name }?.values[.compat]
        return text.flatMap { try? Edition(argument: $0) }
    }

    /// Empty where nobody says which folder is the user's: there is no file then.
    private static func ownPath(_ environment: (String) -> String?) -> String {
        let folder = environment("XDG_CONFIG_HOME") ?? ""
        // The standard has relative paths ignored.
        if folder.hasPrefix("/") { return "\(folder)/mqadmin/config.yaml" }
        guard let home = environment("HOME"), !home.isEmpty else { return "" }
        return "\(home)/.config/mqadmin/config.yaml"
    }

    /// Outside a git checkout only the folder itself is looked at.
    private static func projectPath(from folder: String) -> String? {
        guard let start = realpath(folder, nil) else { return nil }
        defer { free(start) }
        var names = String(cString: start).split(separator: "/")
        var nearest: (path: String, depth: Int)?
        let depth = names.count
        while true {
            let base = "/" + names.map { "\($0)/" }.joined()
            if nearest == nil, access(base + ".mqadmin.yaml", F_OK) == 0 {
                nearest = (base + ".mqadmin.yaml", names.count)
            }
            if access(base + ".git", F_OK) == 0 { return nearest?.path }
            if names.popLast() == nil { return nearest?.depth == depth ? nearest?.path : nil }
        }
    }

    private static func read(_ path: String, _ owner: ContextFile.Owner) throws(UsageError) -> ContextFile? {
        guard let (bytes, mode) = try SafeFile.read(path, mayBelongToOthers: owner == .user) else { return nil }
        if owner == .user { try SafeFile.requirePrivate(path, mode) }
        let file = try ContextFile(path, owner, parsing: bytes)
        let holdsCredentials = file.contexts.contains { $0.values.keys.contains(where: \.isCredential) }
        // A checkout makes files that all may read, which does no harm while no credentials are in them.
        if holdsCredentials { try SafeFile.requirePrivate(path, mode) }
        return file
    }
}
