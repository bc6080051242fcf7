extension Frame {
    /// The frame as it goes over the wire.
    ///
    /// Peers refuse frames above ``maximumLength``; check the count where the body comes from outside.
    public func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        encode(into: &bytes)
        return bytes
    }

    /// Appends the frame as it goes over the wire.
    ///
    /// A header that the binary coding cannot hold (a code or version beyond 16 bits, a key above 32,767 bytes) goes out
    /// as JSON.
    public func encode(into bytes: inout [UInt8]) {
        let start = bytes.count
        let coding = coding == .rocketmq && fitsBinaryHeader ? HeaderCoding.rocketmq : .json
        bytes.reserveCapacity(start + 256 + body.count)
        bytes.append(bigEndian: UInt64(0))  // both lengths, known when the header is written
        switch coding {
        case .json: encodeJSONHeader(into: &bytes)
        case .rocketmq: encodeBinaryHeader(into: &bytes)
        }
        let headerSize = UInt32(truncatingIfNeeded: bytes.count - start - 8)
        bytes.append(contentsOf: body)
        bytes.overwrite(UInt32(truncatingIfNeeded: bytes.count - start - 4), at: start)
        bytes.overwrite(UInt32(coding.rawValue) << 24 | headerSize & 0xff_ffff, at: start + 4)
    }

    /// The bits of `RemotingCommand.flag`: 0 marks a response, 1 a one-way request.
    var flag: Int32 {
        switch kind {
        case .request: 0
        case .response: 1
        case .oneway: 2
        }
    }
}
