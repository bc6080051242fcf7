public import Remoting

/// Sets how the kernel reads ahead in a broker's commit log files (`SET_COMMITLOG_READ_MODE`); since 5.1.
public struct SetCommitLogReadMode: Request {
    public static let code: RequestCode = 2004
    public typealias Response = Remark
    /// 0 as the kernel sees fit, 1 for random reads (`FIleReadaheadMode.java`).
    public var mode: Int

    public init(mode: Int) { self.mode = mode }

    enum CodingKeys: String, CodingKey {
        case mode = "READ_AHEAD_MODE"
    }
}

/// An answer that is a sentence in the header's remark.
public struct Remark: FramePayload, Equatable {
    public var text: String

    public init(_ text: String) { self.text = text }
    public init(from frame: Frame) { text = frame.remark ?? "" }
    public func write(to frame: inout Frame) { frame.remark = text }
}
