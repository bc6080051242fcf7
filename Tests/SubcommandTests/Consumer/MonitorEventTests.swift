import AdminProtocol
import Testing

@testable import Subcommands

@Suite struct MonitorEventTests {
    private let queue = MessageQueue(topic: "T", brokerName: "b", queueId: 1)

    @Test func `events read as Java logs them`() {
        let undone = MonitorEvent(event: .undone(topic: "T", total: 3, fullest: 2, delay: 1), group: "G")
        #expect(
            undone.line == "[MONITOR] reportUndoneMsgs: UndoneMsgs [consumerGroup=G, topic=T, undoneMsgsTotal=3, "
                + "undoneMsgsSingleMQ=2, undoneMsgsDelayTimeMills=1]")
        let stuck = StuckQueue(clientId: "c", queue: queue, problem: .notConsumed, milliseconds: 5)
        #expect(
            MonitorEvent(event: .stuck(stuck), group: "G").line
                == "[MONITOR]  [NOTIFY] reportConsumerRunningInfo: ConsumerGroup: G, ClientId: c, c MessageQueue "
                + "[topic=T, brokerName=b, queueId=1] can't consume for a while, maybe blocked, 5ms")
    }

    @Test func `an event of a broker is read and told`() throws {
        let body =
            #"{"consumerGroup":"G","messageQueue":{"brokerName":"b","queueId":1,"topic":"T"},"#
            + #""offsetNew":9,"offsetRequest":4}"#
        let event = try OffsetMovedEvent(body: Array(body.utf8))
        #expect(event.messageQueue == queue)
        #expect(
            MonitorEvent(event: .deleted(event, timestamp: 7), group: "G").line
                == "[MONITOR] reportDeleteMsgsEvent: DeleteMsgsEvent [offsetMovedEvent=OffsetMovedEvent "
                + "[consumerGroup=G, messageQueue=MessageQueue [topic=T, brokerName=b, queueId=1], offsetRequest=4, "
                + "offsetNew=9], eventTimestamp=7]")
    }
}
