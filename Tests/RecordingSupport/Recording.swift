public import LooseJSON

/// One run of the Java tool: what it was asked, what it printed, and what went over the wire (Tests/Recordings/README.md).
public struct Recording: Decodable, Sendable {
    public var name: String
    public var argv: [String]
    /// The exit status, or in words that the run was stopped.
    public var exit: JSON
    public var stdout: String
    public var stderr: String
    public var version: String
    /// What the original got wrong, or what may be read either way.
    public var expect: Expectation?
    /// There when the run was stopped by a signal, because it never ends.
    public var loops: JSON?
    /// Epoch milliseconds.
    public var recordedAt: Int?
    /// Patterns, and what stands for them, of what depends on the moment of the run.
    public var masks: [[String]]?
    /// Files that the run wrote, and files that it read, by their names in the folder `{tmp}` of `argv`.
    public var files: [String: String]?
    public var inputs: [String: String]?
    public var exchanges: [Exchange]

    public struct Expectation: Decodable, Sendable {
        public var fails: Bool?
        public var status: String?
    }

    public struct Exchange: Decodable, Sendable {
        /// `host:port` of the server.
        public var to: String?
        public var request: Message?
        public var response: Message?
        /// What a broker sends to a client.
        public var serverRequest: Message?

        public var messages: [Message] { [request, response, serverRequest].compactMap(\.self) }
    }

    public struct Message: Decodable, Sendable {
        public var serialize: UInt8
        public var header: JSON
        /// Base64.
        public var body: String?
    }
}
