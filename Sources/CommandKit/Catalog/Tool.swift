/// The program that a catalog belongs to, as its help and its man page present it.
public struct Tool: Sendable {
    /// The name users type.
    public var name: String
    /// One line about it, without a full stop.
    public var summary: String
    /// Paragraphs of the overview and the man page, blank lines between them.
    public var discussion: String
    /// Command lines that a newcomer should try, without the tool's name.
    public var examples: [Example]
    /// Variables it reads, and what they are for.
    public var environment: [Note]
    /// Files it reads or writes, and what they are for.
    public var files: [Note]
    /// The release, as the overview shows it; empty where there is nothing to show.
    public var version: String
    /// The day of the release, as `2026-11-21`; the man page shows it.
    public var date: String

    /// A name and what it is for.
    public struct Note: Sendable {
        var name: String
        var purpose: String

        /// Describes `name`.
        public init(_ name: String, _ purpose: String) { (self.name, self.purpose) = (name, purpose) }
    }

    /// Describes the tool `name`.
    public init(
        _ name: String, _ summary: String, discussion: String = "", examples: [Example] = [], environment: [Note] = [],
        files: [Note] = [], version: String = "", date: String = ""
    ) {
        (self.name, self.summary, self.discussion, self.examples) = (name, summary, discussion, examples)
        (self.environment, self.files, self.version, self.date) = (environment, files, version, date)
    }
}
