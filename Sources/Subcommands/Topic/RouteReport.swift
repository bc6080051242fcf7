import AdminProtocol
import CommandKit
import LooseJSON

/// A route: the same data for programs, one of two texts for people.
struct RouteReport: Report {
    var route: TopicRouteData
    var isTable: Bool

    static var shape: Shape { Record<RouteFields>.shape }

    var content: Content {
        let fields = RouteFields(route: route)
        let text = isTable ? fields.table : [fields.javaText]
        return Record(fields, layout: .labels([], before: text)).content
    }
}

struct RouteFields: TableRow {
    var route: TopicRouteData

    static let columns: [Column<Self>] = [
        Column(key: "orderTopicConf") { $0.route.orderTopicConf },
        Column(key: "queueDatas") { (try? $0.route.queueDatas.json()) ?? .null },
        Column(key: "brokerDatas") { (try? $0.route.brokerDatas.json()) ?? .null },
        Column(key: "filterServerTable") { (try? $0.route.filterServerTable.json()) ?? .null },
        Column(key: "topicQueueMappingByBroker") { (try? $0.route.topicQueueMappingByBroker.json()) ?? .null },
    ]

    /// `TopicRouteData.toJson(true)`.
    var javaText: String { (try? route.json().text(.loosePretty)) ?? "" }

    /// The lines that `-l` prints.
    var table: [String] {
        let queues = Dictionary(route.queueDatas.map { ($0.brokerName, $0) }) { first, _ in first }
        let rows = route.brokerDatas.sorted { $0.brokerName < $1.brokerName }.map { broker in
            let queue = queues[broker.brokerName]
            let addresses = broker.brokerAddrs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            return line(
                broker.cluster ?? "", broker.brokerName, "{\(addresses.joined(separator: ", "))}",
                queue.map { "\($0.readQueueNums)" } ?? "", queue.map { "\($0.writeQueueNums)" } ?? "",
                queue.map { "\($0.perm)" } ?? "")
        }
        let reads = queues.values.map(\.readQueueNums).reduce(0, +)
        let writes = queues.values.map(\.writeQueueNums).reduce(0, +)
        return [line("#ClusterName", "#BrokerName", "#BrokerAddrs", "#ReadQueue", "#WriteQueue", "#Perm")] + rows
            + [String(repeating: "-", count: 158), line("Total:", "\(queues.count)", "", "\(reads)", "\(writes)", "")]
    }

    private func line(_ cells: String...) -> String {
        zip(cells, [45, 32, 50, 10, 11, 5]).map { cell, width in
            cell + String.blanks(width - cell.utf16.count)
        }.joined(separator: " ")
    }
}
