/// What a command line says, before values are read: commons-cli's `CommandLine`.
struct ParsedLine: Sendable, Hashable {
    /// The first value of each option that was given, by its key; a switch has an empty one.
    var values: [String: String] = [:]
    /// Words that are neither options nor their values.
    var words: [String] = []
    /// What followed `--`.
    var trailing: [String] = []

    mutating func set(_ spec: OptionSpec, to value: String) {
        if values[spec.key] == nil { values[spec.key] = value }
    }

    /// The values of `globals` that were given, by long name, but for those that the command declares anew.
    func given(among vocabulary: Vocabulary, _ globals: [Declaration]) -> [String: String] {
        var given: [String: String] = [:]
        for option in globals.flatMap(\.options) where vocabulary.holds(option) {
            given[option.displayedLong] = values[option.key]
        }
        return given
    }
}
