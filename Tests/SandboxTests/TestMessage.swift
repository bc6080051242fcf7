import AdminProtocol

/// A message as a test sends it.
struct TestMessage {
    var topic: String
    var text: String
    var queue = 0
    var properties: [(name: String, value: String)] = [("KEYS", "k1 k2"), ("UNIQ_KEY", "U1"), ("TAGS", "TagA")]

    var request: SendMessage {
        SendMessage(
            producerGroup: "P", topic: topic, queueId: queue, brokerName: "broker-a", bornTimestamp: 1_000,
            properties: MessageProperties(properties), body: Array(text.utf8))
    }
}
