internal import AdminProtocol
internal import LooseJSON

/// The properties of a server that requests read and change (`Configuration.java`).
struct ServerConfiguration {
    /// The same for all servers of a kind.
    private let defaults: [String: String]
    /// What is otherwise with this one.
    private var values: [String: String]
    /// When it last changed.
    private(set) var version: DataVersion
    private let clock: WallClock
    /// Names that no request may change (`configBlackList`).
    private let closed: Set<String>

    init(
        _ values: KeyValuePairs<String, String>, defaults: [String: String], closed: Set<String>,
        _ options: SandboxOptions
    ) {
        self.values = Dictionary(values.map { ($0.key, $0.value) }) { $1 }
        (self.defaults, self.closed, clock) = (defaults, closed, options.clock)
        version = DataVersion(counter: 0, timestamp: clock.now)
        version.stateVersion = options.serverVersion == .v4 ? nil : 0
    }

    /// The value of a property; empty where the server has none of the name.
    subscript(name: String) -> String {
        get { values[name] ?? defaults[name] ?? "" }
        set { values[name] = newValue }
    }

    /// What requests have changed, as the text of a Java properties file.
    private(set) var changes = ""

    /// Whether a property that is `true` or `false` is the former.
    func isOn(_ name: String) -> Bool { self[name] == "true" }

    /// Takes over the properties of a configuration file, those that it does not keep to, too.
    mutating func begin(with properties: [String: String]) { values.merge(properties) { $1 } }

    /// As the text of a Java properties file.
    var text: String {
        defaults.merging(values) { $1 }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
    }

    /// Takes over the properties of a text, but for those that the server does not have; returns their names.
    mutating func update(_ text: String) throws(Refusal) -> Set<String> {
        let changes = JavaProperties(parsing: text).entries
        if changes.contains(where: { closed.contains($0.key) }) {
            throw Refusal(.noPermission, "Can not update config in black list.")
        }
        take(changes)
        version.counter += 1
        version.timestamp = clock.now
        return Set(changes.map(\.key))
    }

    /// Takes back what requests had changed before a restart.
    mutating func restore(_ text: String) { take(JavaProperties(parsing: text).entries) }

    private mutating func take(_ entries: Entries<String, String>) {
        for (name, value) in entries where values[name] ?? defaults[name] != nil {
            values[name] = value
            changes += "\(name)=\(Self.escaped(value))\n"
        }
    }

    private static func escaped(_ value: String) -> String {
        value.reduce(into: "") { text, character in
            switch character {
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\\", " ", "\t": text += "\\\(character)"
            default: text.append(character)
            }
        }
    }
}
