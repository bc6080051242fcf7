internal import LooseJSON
internal import Remoting

/// A consumer group and topics that it reads.
struct Reading {
    var group: String?
    var topics: [String] = []
}

extension Frame {
    static let retryPrefix = "%RETRY%"

    /// The groups that a client's heartbeat is about, and what they subscribe to (`HeartbeatData.java`).
    func subscriptions() throws(JSONError) -> [Reading] {
        (try JSON(parsing: body)["consumerDataSet"]?.array ?? []).map { data in
            let topics = data["subscriptionDataSet"]?.array ?? []
            return Reading(group: data["groupName"]?.string, topics: topics.compactMap { $0["topic"]?.string })
        }
    }

    /// The group that locks or unlocks queues, and their topics (`LockBatchRequestBody.java`).
    func locking() throws(JSONError) -> Reading {
        let json = try JSON(parsing: body)
        let queues = json["mqSet"]?.array ?? []
        return Reading(group: json["consumerGroup"]?.string, topics: queues.compactMap { $0["topic"]?.string })
    }
}
