import CommandKit

struct Config: Subcommand {
    static let about = About(
        "config", .tool, "Keep the addresses and settings of clusters under names, called contexts",
        discussion: """
            A context says what a command line does not: set stores -n, --access-key, --secret-key, --security-token, \
            the options of TLS, --timeout, --output, --compat, --addr-map, --vip and --protected; use makes it the one that holds from then \
            on, and --context or MQADMIN_CONTEXT chooses another for one command. An option wins over a variable of the \
            environment, that over the context. get shows what a context holds, view what holds all in all and, with \
            --origin, why; test asks every name server and broker of it.

            The file is $MQADMIN_CONFIG, or else mqadmin/config.yaml below $XDG_CONFIG_HOME or ~/.config, which only \
            you may be able to read. Before it comes the nearest .mqadmin.yaml of a git checkout. Secrets are never \
            stored: a reference says where one is.

            In a protected context, commands that destroy something refuse, with exit status 9, unless \
            --confirm-context names it.
            """,
        examples: [
            Example("set dev --namesrvAddr 127.0.0.1:9876", "a context with a name server"),
            Example(
                "set prod -n mq1:9876;mq2:9876 --access-key ops --secret-key cmd:'pass mq/prod' --protected",
                "one with credentials, whose data is safe from a slip of the hand"),
            Example("use dev", "from now on"), Example("list", "all of them"),
            Example("view --origin", "what holds now, and why"), Example("test prod", "whether it answers"),
        ], statuses: [.notFound: "There is no such context."], isLocal: true)

    @Word("action", "what to do: set, use, get, list, delete, view or test") var action: ConfigAction
    @Word("name", "the context; the one in force where get, view or test are given none") var name: ContextName?
    @Option(extra: "protected", "set: refuse to destroy anything there without --confirm-context") var protected: Bool
    @Option(extra: "unset", "set: forget these settings, such as timeout,output") var unset: NameList?
    @Option(extra: "origin", "view: say where each value comes from") var origin: Bool

    func run(in session: Session) async throws -> ConfigReport {
        try checkOptions()
        var store = try ContextStore(session)
        switch action {
        case .list: return ConfigReport(contexts: store.list())
        case .set: return ConfigReport(done: try store.set(required(), isProtected: protected, unset?.names ?? []))
        case .use: return ConfigReport(done: try store.use(required()))
        case .delete: return ConfigReport(done: try store.delete(required()))
        case .get: return ConfigReport(settings: try store.get(name?.text))
        case .view: return ConfigReport(settings: try store.view(name?.text, withOrigin: origin))
        case .test: return ConfigReport(checks: try await store.test(name?.text))
        }
    }

    private func required() throws(UsageError) -> String {
        guard let name else { throw UsageError("config \(action.rawValue) needs the name of a context") }
        return name.text
    }

    private func checkOptions() throws(UsageError) {
        if action != .set, protected || unset != nil { throw UsageError("--protected and --unset are for config set") }
        if action != .view, origin { throw UsageError("--origin is for config view") }
        if action == .list, name != nil { throw UsageError("config list takes no name") }
    }
}
