/// The name and the prose of a subcommand.
public struct About: Sendable {
    /// The name that users type; found ignoring case.
    public var name: String
    /// Where help files it.
    public var area: Area
    /// One line without a full stop, as it stands in lists.
    public var summary: String
    /// Whole sentences, blank lines between paragraphs; may be empty.
    public var discussion: String
    /// Other names it answers to.
    public var aliases: [String]
    /// Command lines that work, without the tool's and the command's name; a test parses each.
    public var examples: [Example]
    /// Exit statuses that mean something special here, beside those that every command has.
    public var statuses: [ExitStatus: String]
    /// Whether lists and completions leave it out.
    public var isHidden: Bool
    /// Whether it is about this tool alone, so that what is wrong with the settings for a cluster is none of its business.
    public var isLocal: Bool

    /// Describes the subcommand `name`.
    public init(
        _ name: String, _ area: Area, _ summary: String, discussion: String = "", aliases: [String] = [],
        examples: [Example] = [], statuses: [ExitStatus: String] = [:], isHidden: Bool = false,
        isLocal: Bool = false
    ) {
        (self.name, self.area, self.summary, self.discussion) = (name, area, summary, discussion)
        (self.aliases, self.examples, self.statuses) = (aliases, examples, statuses)
        (self.isHidden, self.isLocal) = (isHidden, isLocal)
    }

    /// Every name it answers to, its own first.
    public var names: [String] { [name] + aliases }
}
