/// One of two reports, for commands whose options decide what they answer.
public enum Either<First: Report, Second: Report>: Report {
    case first(First)
    case second(Second)

    public static var shape: Shape { .either([First.shape, Second.shape]) }

    public var content: Content {
        switch self {
        case .first(let report): report.content
        case .second(let report): report.content
        }
    }
}
