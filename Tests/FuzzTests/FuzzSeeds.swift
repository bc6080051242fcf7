import RecordingSupport
import Remoting

/// What fastjson writes and no recording happens to hold.
let dialect: [[UInt8]] = [
    #"{{"topic":"T","queueId":0}:{"maxOffset":9007199254740993},{'a':[]}:{0:'\x41\ud83d\ude00'}}"#,
    #"[-1.5e+30,18446744073709551615,true,false,null,"\u00e9\/\b\0",,{1:{2:{3:[[[]]]}}},]"#,
].map { Array($0.utf8) }

/// Recorded bodies of a few kinds, small ones so that a run makes many attempts.
func bodies() throws -> [[UInt8]] {
    try messages().map(\.bodyBytes).filter { (8...3000).contains($0.count) }
}

/// Whether a body is JSON or a list of properties, not messages.
@Sendable func isText(_ body: [UInt8]) -> Bool { body.first != 0 }

/// Recorded frames, in their own coding or translated to the other.
func frames(_ coding: HeaderCoding) throws -> [[UInt8]] {
    try messages().map(\.wireBytes).filter { $0.count < 3000 }.map { bytes in
        var decoder = FrameDecoder()
        decoder.append(bytes)
        guard coding == .rocketmq, var frame = try decoder.next() else { return bytes }
        frame.coding = coding
        return frame.encoded()
    }
}

private func messages() throws -> [Recording.Message] {
    let files = [
        "5.3.3/clusterList", "5.3.3/topicRoute.static", "4.9.8/topicRoute.retry", "4.9.8/consumerProgress.retry",
        "4.9.8/queryMsgById", "4.9.8/queryMsgById.compressed",
    ]
    return try files.flatMap { try Recording(file: "\($0).json").exchanges.flatMap(\.messages) }
}
