import AdminClient
import AdminProtocol
import CommandKit
import Subcommands
import Testing

@Suite struct RehearsalTests {
    @Test func `a dry run of updateTopic shows the requests and sends none`() throws {
        try Bench.with(masters: 2) { bench async throws in
            let plan = await bench.failure("updateTopic -t New -r 4 --dry-run") as? Plan
            #expect(plan?.summary == "update topic New on 2 brokers" && plan?.status == .differences)
            #expect(
                plan?.steps.first { $0.hasPrefix(bench.broker) }
                    == "\(bench.broker): UPDATE_AND_CREATE_TOPIC (17) defaultTopic=TBW102 order=false perm=6 "
                    + "readQueueNums=4 topic=New topicFilterType=SINGLE_TAG topicSysFlag=0 writeQueueNums=8")
            #expect((await bench.failure("topicRoute -t New") as? BrokerError)?.code == .topicNotExist)
        }
    }

    @Test func `an update says what it makes different`() throws {
        try Bench.with { bench async throws in
            let outcome = try await bench.run("updateTopic -t TopicTest -r 9 -w 4")
            #expect(outcome.notes == ["\(bench.broker): changes readQueueNums from 4 to 9"])
            let again = try await bench.run("updateTopic -t TopicTest -r 9 -w 4")
            #expect(again.notes == ["\(bench.broker): nothing changes"])
        }
    }

    @Test func `a dry run of updateSubGroup shows the group as it would be`() throws {
        try Bench.with { bench async throws in
            _ = try await bench.run("updateSubGroup -g G -r 3")
            let plan = await bench.failure("updateSubGroup -g G -q 2 --dry-run") as? Plan
            #expect(plan?.summary == "update group G on 1 broker" && plan?.steps.count == 1)
            let step = try #require(plan?.steps.first)
            #expect(step.contains("UPDATE_AND_CREATE_SUBSCRIPTIONGROUP (200) {"))
            #expect(step.contains(#""retryQueueNums":2"#) && step.contains(#""retryMaxTimes":3"#))
            let outcome = try await bench.run("updateSubGroup -g G -q 2")
            #expect(outcome.notes == ["\(bench.broker): changes retryQueueNums from 1 to 2; kept retryMaxTimes=3"])
        }
    }

    @Test func `a dry run of updateTopicPerm that changes nothing is no difference`() throws {
        try Bench.with { bench async throws in
            let plan = await bench.failure("updateTopicPerm -b \(bench.broker) -t TopicTest -p 4 --dry-run") as? Plan
            #expect(plan?.status == .differences && plan?.steps.first?.contains(" perm=4 ") == true)
            let same = await bench.failure("updateTopicPerm -b \(bench.broker) -t TopicTest -p 6 --dry-run") as? Plan
            #expect(same?.status == .success && same?.summary == "update topic TopicTest on 1 broker: nothing changes")
        }
    }
}
