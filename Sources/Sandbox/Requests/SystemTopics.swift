internal import AdminProtocol

/// Asks a broker for the names of its system topics.
struct GetSystemTopicListFromBroker: Request {
    static let code: RequestCode = 305
    typealias Response = TopicList
}
