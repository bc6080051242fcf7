/// Tells a broker to drop consume queue files whose messages are gone; it answers before it is done.
public struct CleanExpiredConsumeQueue: Request {
    public static let code: RequestCode = 306

    public init() {}
}

/// Tells a broker to drop the queue files of topics that it does not have any more.
public struct CleanUnusedTopics: Request {
    public static let code: RequestCode = 316

    public init() {}
}

/// Tells a broker to delete expired commit log files now, whatever the hour; since 4.9.4.
public struct DeleteExpiredCommitLog: Request {
    public static let code: RequestCode = 329

    public init() {}
}
