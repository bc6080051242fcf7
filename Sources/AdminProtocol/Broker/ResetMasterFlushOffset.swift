/// Sets how far a slave believes its master to have flushed (`ResetMasterFlushOffsetHeader.java`); since 5.0.
public struct ResetMasterFlushOffset: Request {
    public static let code: RequestCode = 908
    public var masterFlushOffset: Int

    public init(offset: Int) { masterFlushOffset = offset }
}
