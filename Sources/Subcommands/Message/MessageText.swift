import AdminProtocol

extension StoredMessage {
    /// `MessageExt.toString()`: the body as a list of signed numbers, `null` where there is none.
    ///
    /// Messages come in millions: the text is put together from bytes.
    func javaDescription(brokerName: String?, body: [UInt8]?, systemFlag: Int) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(768 + 5 * (body?.count ?? 0))
        text += (stored(brokerName, systemFlag) + "toString()=Message{topic='\(topic)', flag=\(flag), ").utf8
        text += "properties=\(properties), body=".utf8
        append(body, to: &text)
        text += ", transactionId='\(transactionID ?? "null")'}]".utf8
        return String(decoding: text, as: UTF8.self)
    }

    private func stored(_ brokerName: String?, _ systemFlag: Int) -> String {
        "MessageExt [brokerName=\(brokerName ?? "null"), queueId=\(queueId), storeSize=\(storeSize), "
            + "queueOffset=\(queueOffset), sysFlag=\(systemFlag), bornTimestamp=\(bornTimestamp), "
            + "bornHost=/\(bornHost), storeTimestamp=\(storeTimestamp), storeHost=/\(storeHost), msgId=\(offsetID), "
            + "commitLogOffset=\(commitLogOffset), bodyCRC=\(Int32(bitPattern: bodyCRC)), "
            + "reconsumeTimes=\(reconsumeTimes), preparedTransactionOffset=\(preparedTransactionOffset), "
    }

    private func append(_ body: [UInt8]?, to text: inout [UInt8]) {
        // Java's clients leave a body of no bytes out.
        guard let body, !body.isEmpty else {
            text += "null".utf8
            return
        }
        text += [UInt8](unsafeUninitializedCapacity: 6 * body.count + 1) { buffer, count in
            var separator = UInt8(ascii: "[")
            for byte in body {
                buffer[count] = separator
                if separator == UInt8(ascii: ",") {
                    count += 1
                    buffer[count] = UInt8(ascii: " ")
                }
                count += 1
                Self.write(Int8(bitPattern: byte), to: buffer, at: &count)
                separator = UInt8(ascii: ",")
            }
            buffer[count] = UInt8(ascii: "]")
            count += 1
        }
    }

    private static func write(_ number: Int8, to buffer: UnsafeMutableBufferPointer<UInt8>, at count: inout Int) {
        func put(_ byte: UInt8) {
            buffer[count] = byte
            count += 1
        }
        let (zero, size) = (UInt8(ascii: "0"), number.magnitude)
        if number < 0 { put(UInt8(ascii: "-")) }
        if size >= 100 { put(zero + 1) }
        if size >= 10 { put(zero + size / 10 % 10) }
        put(zero + size % 10)
    }

    /// Clients know a transaction by the message's own id.
    private var transactionID: String? {
        properties[MessageProperty.transactionPrepared]?.lowercased() == "true" ? uniqueKey : nil
    }
}

extension MessageQueue {
    /// `MessageQueue.toString()`.
    var javaDescription: String { "MessageQueue [topic=\(topic), brokerName=\(brokerName), queueId=\(queueId)]" }
}
