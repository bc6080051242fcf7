public import Remoting

// Sends are most of what a broker does: their fields are read and written here without the detour by way of `Codable`.

extension SendMessage {
    /// The header fields of a send, by their names in one of the two forms.
    private struct Names {
        var group, topic, template, templateQueues, queue, systemFlags, born, flag: String
        var properties, reconsumed, unit, limit, batch, broker: String
    }

    private static let short = Names(
        group: "a", topic: "b", template: "c", templateQueues: "d", queue: "e", systemFlags: "f", born: "g", flag: "h",
        properties: "i", reconsumed: "j", unit: "k", limit: "l", batch: "m", broker: "n")
    private static let long = Names(
        group: "producerGroup", topic: "topic", template: "defaultTopic", templateQueues: "defaultTopicQueueNums",
        queue: "queueId", systemFlags: "sysFlag", born: "bornTimestamp", flag: "flag", properties: "properties",
        reconsumed: "reconsumeTimes", unit: "unitMode", limit: "maxReconsumeTimes", batch: "batch", broker: "bname")

    public init(from frame: Frame) throws(PayloadError) { try self.init(frame, Self.short) }

    /// The form with long names, which older and other clients use (`SendMessageRequestHeader.java`, code 10).
    public init(long frame: Frame) throws(PayloadError) { try self.init(frame, Self.long) }

    private init(_ frame: Frame, _ names: Names) throws(PayloadError) {
        let fields = FieldTexts(frame.fields)
        self.init(
            producerGroup: try fields.text(names.group), topic: try fields.text(names.topic),
            queueId: try fields.number(names.queue), bornTimestamp: try fields.number(names.born), body: frame.body)
        defaultTopic = try fields.text(names.template)
        defaultTopicQueueNums = try fields.number(names.templateQueues)
        systemFlags = MessageSystemFlags(rawValue: try fields.number(names.systemFlags))
        flag = try fields.number(names.flag)
        properties = frame.fields[names.properties]
        reconsumeTimes = try fields.numberIfAny(names.reconsumed)
        unitMode = try fields.truthIfAny(names.unit)
        maxReconsumeTimes = try fields.numberIfAny(names.limit)
        batch = try fields.truthIfAny(names.batch)
        brokerName = frame.fields[names.broker]
    }
}

extension SendMessageResponse {
    public func write(to frame: inout Frame) {
        frame.fields["msgId"] = msgId
        frame.fields["queueId"] = String(queueId)
        frame.fields["queueOffset"] = String(queueOffset)
        if let transactionId { frame.fields["transactionId"] = transactionId }
        if let recallHandle { frame.fields["recallHandle"] = recallHandle }
    }
}

/// Header fields, read one by one.
private struct FieldTexts {
    let fields: [String: String]

    init(_ fields: [String: String]) { self.fields = fields }

    func text(_ name: String) throws(PayloadError) -> String {
        guard let text = fields[name] else { throw .missingField(name) }
        return text
    }

    func number(_ name: String) throws(PayloadError) -> Int {
        let text = try text(name)
        guard let number = Int(text) else { throw .malformedField(name, text: text) }
        return number
    }

    func numberIfAny(_ name: String) throws(PayloadError) -> Int? {
        fields[name] == nil ? nil : try number(name)
    }

    /// `true` or `false`; the C++ client writes numbers.
    func truthIfAny(_ name: String) throws(PayloadError) -> Bool? {
        guard let text = fields[name] else { return nil }
        switch text {
        case "true", "1": return true
        case "false", "0": return false
        default: throw .malformedField(name, text: text)
        }
    }
}
