import CommandKit

/// What `mqadmin config` can be asked to do.
enum ConfigAction: String, CaseIterable, ArgumentValue {
    case set, use, get, list, delete, view, test

    static let kind = ValueKind(
        "action", expects: "set, use, get, list, delete, view or test", completion: .live("config"))
}

/// What `mqadmin config` answers: one of these, as the action has it.
struct ConfigReport: Sections {
    var contexts: Table<ContextRow>?
    var settings: Table<SettingRow>?
    var checks: Table<CheckRow>?
    var done: Message?

    static let sections: [Section<Self>] = [
        Section("contexts") { $0.contexts }, Section("settings") { $0.settings }, Section("checks") { $0.checks },
        Section("done") { $0.done },
    ]
}

/// A context of a list.
struct ContextRow: TableRow {
    var name: String
    var isCurrent: Bool
    var nameServers: String
    var isProtected: Bool
    var file: String

    static let columns: [Column<Self>] = [
        Column("", text: { $0.isCurrent ? "*" : " " }),
        Column("#Context", "name") { $0.name },
        Column(key: "current") { $0.isCurrent },
        Column("#NameServers", "namesrvAddr") { $0.nameServers },
        Column("#Protected", "protected") { $0.isProtected },
        Column("#File", "file") { $0.file },
    ]
}

/// A setting, and where its value comes from where that was asked for.
struct SettingRow: TableRow {
    var setting: String
    var value: String
    var origin: String?

    static let columns: [Column<Self>] = [
        Column("#Setting", "setting") { $0.setting },
        Column("#Value", "value") { $0.value },
        Column("#Origin", "origin") { $0.origin },
    ]
}

/// A server that answered.
struct CheckRow: TableRow {
    var server: String
    var address: String
    var milliseconds: Int

    static let columns: [Column<Self>] = [
        Column("#Server", "server") { $0.server },
        Column("#Address", "address") { $0.address },
        Column("#Milliseconds", "milliseconds") { $0.milliseconds },
    ]
}
