/// The last result that was drawn, whole; of a series, the last report.
///
/// Drawing it again, in any format, asks no server. It belongs to the task that draws.
public final class ResultMemory {
    /// The command whose result it is; nil where there is none.
    public private(set) var kind: String?
    private(set) var content: Content?

    public init() {}

    func keep(_ content: Content, of kind: String) { (self.content, self.kind) = (content, kind) }
}

extension Content {
    /// Lets the rows that come while this is being drawn stay for the next time.
    func keepRows() {
        switch self {
        case .table(let listing), .record(let listing): listing.keepRows()
        case .sections(let parts, _): parts.forEach { $0.content.keepRows() }
        case .message, .series: break
        }
    }
}
