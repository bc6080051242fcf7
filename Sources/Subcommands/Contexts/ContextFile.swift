internal import CommandKit
internal import LooseJSON

/// A configuration file: contexts, and which of them is the current one.
struct ContextFile: Sendable {
    /// Whose file it is, which decides what it may say.
    enum Owner: Sendable {
        /// The user's own, or named in `MQADMIN_CONFIG`.
        case user
        /// That of the folder one works in, which may come from somebody else.
        case project
    }

    let path: String
    let owner: Owner
    var current: String?
    /// Sorted by name.
    var contexts: [ClusterContext] = []

    init(_ path: String, _ owner: Owner) { (self.path, self.owner) = (path, owner) }

    /// Reads the file; throws a `UsageError` with file, line and what is wrong there.
    init(_ path: String, _ owner: Owner, parsing bytes: [UInt8]) throws(UsageError) {
        self.init(path, owner)
        do throws(YAMLError) {
            for (key, node) in try YAMLNode(parsing: bytes).members("this file") {
                switch key {
                case "current": current = try node.text(of: key)
                case "contexts": contexts = try contexts(node)
                default: throw node.unknown(key, among: ["current", "contexts"])
                }
            }
        } catch { throw UsageError("\(path): \(error)") }
        contexts.sort { $0.name < $1.name }
    }

    private func contexts(_ node: YAMLNode) throws(YAMLError) -> [ClusterContext] {
        var contexts: [ClusterContext] = []
        for (name, node) in try node.members("contexts") {
            do throws(UsageError) { try ClusterContext.check(name) } catch {
                throw YAMLError(line: node.line, "\(error)")
            }
            var context = ClusterContext(name, file: path)
            for (key, node) in try node.members(name) {
                guard let setting = Setting(rawValue: key) else {
                    throw node.unknown(key, among: Setting.allCases.map(\.rawValue))
                }
                context.values[setting] = try value(of: setting, node)
            }
            contexts.append(context)
        }
        return contexts
    }

    private func value(of setting: Setting, _ node: YAMLNode) throws(YAMLError) -> String {
        let text = try node.text(of: setting.rawValue)
        do throws(MalformedValue) {
            try setting.check(text)
            if owner == .project, setting.isCredential { try Self.checkShared(text) }
        } catch {
            let shown = setting.isSecret ? "" : " '\(text)'"
            throw YAMLError(line: node.line, "\(setting.rawValue)\(shown): \(error.reason ?? "it is malformed")")
        }
        return text
    }

    /// A project's file may have been written by anybody: it must not run commands here, nor send files of the user's or
    /// any variable of the environment to servers that it names.
    private static func checkShared(_ text: String) throws(MalformedValue) {
        guard let reference = try? SecretReference(argument: text) else { return }
        let isOurs = reference.name.hasPrefix("MQ") || reference.name.hasPrefix("ROCKETMQ")
        guard reference.place == .env, isOurs else {
            throw MalformedValue(
                "a file that comes with a project may only name variables that begin with MQ or ROCKETMQ; put the rest "
                    + "into your own configuration file")
        }
    }

    /// Writes the file whole or not at all, for the user alone.
    func save() throws {
        if path.isEmpty { throw UsageError("there is no place to keep contexts in: set HOME or MQADMIN_CONFIG") }
        var members: [JSON.Member] = current.map { [JSON.Member("current", .string($0))] } ?? []
        let all = contexts.map { context in
            let values = Setting.allCases.compactMap { setting in
                context.values[setting].map { text in
                    JSON.Member(.string(setting.rawValue), text == "true" ? .bool(true) : .string(text))
                }
            }
            return JSON.Member(.string(context.name), .object(values))
        }
        members.append(JSON.Member("contexts", .object(all)))
        let place = FilePlace(path)
        _ = try PrivateFile.write(JSON.object(members).yaml(), named: place.name, in: place.folder)
    }
}

extension YAMLNode {
    fileprivate func members(_ what: String) throws(YAMLError) -> [(key: String, node: YAMLNode)] {
        switch value {
        case .mapping(let members): return members
        case .scalar(""): return []
        default: throw YAMLError(line: line, "\(what) has to be a list of 'name: value'")
        }
    }

    fileprivate func text(of key: String) throws(YAMLError) -> String {
        guard case .scalar(let text) = value, !text.isEmpty else {
            throw YAMLError(line: line, "\(key) has to be a text")
        }
        return text
    }

    fileprivate func unknown(_ key: String, among names: [String]) -> YAMLError {
        let meant = Nearest.names(to: key, among: names).first.map { "; did you mean '\($0)'?" } ?? ""
        return YAMLError(line: line, "unknown key '\(key)'\(meant)")
    }
}
