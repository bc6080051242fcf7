/// The options a command line may use, in the tables the parsers look them up in.
///
/// Commons-cli keeps one table by key and one by long name, and a later declaration replaces an earlier one of the same
/// name. That is how a command redefines a global option and how the old long name still means the old option.
struct Vocabulary {
    private(set) var options: [OptionSpec] = []
    private(set) var choices: [ChoiceSpec] = []
    private var keys: [String: Int] = [:]
    private var longs: [String: Int] = [:]
    private var longOrder: [String] = []
    private var extras: [String: Int] = [:]
    private var choiceOfKey: [String: Int] = [:]

    init(_ declarations: [Declaration]) {
        add(.help)
        for declaration in declarations {
            for option in declaration.options { add(option) }
            guard case .choice(let choice) = declaration else { continue }
            for option in choice.options { choiceOfKey[option.key] = choices.count }
            choices.append(choice)
        }
    }

    private mutating func add(_ option: OptionSpec) {
        let index = options.count
        options.append(option)
        if option.isExtra {
            extras[option.long] = index
            return
        }
        keys[option.key] = index
        if longs.updateValue(index, forKey: option.long) == nil { longOrder.append(option.long) }
    }

    /// The option with this key: a short name, or the long name of one that has no short one.
    func keyed(_ name: some StringProtocol) -> OptionSpec? { keys[String(name)].map { options[$0] } }

    /// RocketMQ's option with exactly this long name.
    func long(_ name: some StringProtocol) -> OptionSpec? { longs[String(name)].map { options[$0] } }

    /// This tool's own option with exactly this name.
    func extra(_ name: some StringProtocol) -> OptionSpec? { extras[String(name)].map { options[$0] } }

    /// The options whose long name is or begins with `name`, an exact match alone.
    ///
    /// RocketMQ's are looked up first, and this tool's own only when none of those fits: a new option of ours must not
    /// make a prefix ambiguous that scripts use. The full name of one of ours stands for itself.
    func matching(_ name: String, withExtras: Bool) -> [OptionSpec] {
        if let exact = long(name) { return [exact] }
        if withExtras, let exact = extra(name) { return [exact] }
        let theirs = longOrder.filter { $0.hasPrefix(name) }.compactMap { long($0) }
        if !theirs.isEmpty || !withExtras { return theirs }
        return extras.keys.sorted().filter { $0.hasPrefix(name) }.compactMap { extra($0) }
    }

    /// The index in `choices` of the choice an option belongs to.
    func choice(of option: OptionSpec) -> Int? { choiceOfKey[option.key] }

    /// Names of one to try instead of `word`, best first.
    func nearest(to word: String) -> [String] {
        let bare = String(word.drop { $0 == "-" }.prefix { $0 != "=" })
        let names = options.map(\.displayedLong).filter { !$0.contains(" ") }
        return Nearest.names(to: bare, among: names).map { "--\($0)" }
    }
}

extension OptionSpec {
    /// The option every command has; it wins over whatever else is wrong with a command line.
    public static let help = OptionSpec("h", "help", "Show this help", kind: nil)
}

extension Vocabulary {
    /// An option by its key or else its long name.
    func named(_ name: String) -> OptionSpec? { keyed(name) ?? long(name) }

    /// Whether `option` means here what its declaration says.
    func holds(_ option: OptionSpec) -> Bool {
        (option.isExtra ? extra(option.long) : keyed(option.key)) == option
    }

    /// The longest long name that `text` begins with, two characters at least and two less than `text`, and the rest.
    func longPrefix(of text: String) -> (option: OptionSpec, rest: String)? {
        let scalars = Array(text.unicodeScalars)
        for length in stride(from: scalars.count - 2, to: 1, by: -1) {
            let name = String(String.UnicodeScalarView(scalars[..<length]))
            if let option = long(name) { return (option, String(String.UnicodeScalarView(scalars[length...]))) }
        }
        return nil
    }
}
