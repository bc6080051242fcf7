import AdminProtocol
import CommandKit
import Glibc
import LooseJSON
import Testing

@testable import Subcommands

@Suite struct ClientDetailsTests {
    private let body = """
        {"jstack":"TID: 1","properties":{"b":"2","a":"1"},
        "subscriptionSet":[{"topic":"U","subString":"x"},{"topic":"T","subString":"*","classFilterMode":true}],
        "mqTable":{{"brokerName":"b","queueId":1,"topic":"T"}:{"commitOffset":"18446744073709551615","locked":true,
        "lastPullTimestamp":1000},{"brokerName":"b","queueId":0,"topic":"T"}:{"commitOffset":7}},
        "mqPopTable":{{"brokerName":"b","queueId":2,"topic":"P"}:{"waitAckCount":3,"droped":false,"lastPopTimestamp":4}},
        "statusTable":{"T":{"pullRT":1.005,"pullTPS":2,"consumeRT":0,"consumeOKTPS":0.5,"consumeFailedTPS":0,
        "consumeFailedMsgs":9}},"userConsumerInfo":{"k":"v"}}
        """

    private func details(_ edition: Edition) throws -> ClientDetails {
        setenv("TZ", "UTC", 1)
        return ClientDetails(
            clientId: "c", info: try ConsumerRunningInfo(body: Array(body.utf8)), edition: edition)
    }

    @Test func `everything a client says stands in the text, in order`() throws {
        let lines = try details(.v5).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.prefix(3) == ["#Consumer Properties#", "\(left("a", 40)): 1", "\(left("b", 40)): 2"])
        #expect(lines.contains("001 Topic: \(left("T", 40)) ClassFilter: true     SubExpression: *"))
        #expect(lines.contains("002 Topic: \(left("U", 40)) ClassFilter: false    SubExpression: x"))
        #expect(lines.contains("\(left("T", 32))  \(left("b", 32))  0     \(left("7", 20))"))
        #expect(lines.contains("\(left("T", 32))  \(left("b", 32))  1     \(left("-1", 20))"))
        #expect(
            lines.contains {
                $0.hasPrefix("\(left("T", 64))  ") && $0.hasSuffix("lastConsumeTimestamp=19700101000000000]")
            })
        #expect(
            lines.contains { $0.hasSuffix("PopProcessQueueInfo [waitAckCount:3, droped:false, lastPopTimestamp:4]") })
        #expect(
            lines.contains(
                "\(left("T", 32))  \(right("1.01", 14)) \(right("2.00", 14)) \(right("0.00", 14)) "
                    + "\(right("0.50", 14)) \(right("0.00", 18)) \(right("9", 25))"))
        #expect(lines.suffix(2) == ["#Consumer jstack#", "TID: 1"])
    }

    @Test func `4.9 knows neither popped queues nor what applications add`() throws {
        let text = try details(.v4).text
        #expect(!text.contains("#Consumer Pop Detail#") && !text.contains("#User Consume Info#"))
        #expect(try details(.v5).text.contains("#User Consume Info#\n\(left("k", 40)): v\n"))
    }

    @Test func `unsigned offsets are told`() throws {
        let oddities = try details(.v5).oddities
        #expect(
            oddities.map(\.message) == [
                "client c: unsigned offsets, taken for -1, of MessageQueue [topic=T, brokerName=b, queueId=1]"
            ])
    }

    @Test func `programs get queues as objects`() throws {
        let queues = try details(.v5).info.report["queues"]?.array
        #expect(queues?.map { $0["queueId"]?.int } == [0, 1])
        #expect(queues?.first?["commitOffset"]?.int == 7)
    }

    @Test func `a client that says little is understood`() throws {
        let info = try ConsumerRunningInfo(body: Array("{}".utf8))
        #expect(!info.isPush && info.mqTable.isEmpty)
        #expect(ClientDetails(clientId: "c", info: info, edition: .v4).text.hasPrefix("#Consumer Properties#\n\n\n"))
    }
}
