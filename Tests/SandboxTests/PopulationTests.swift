import AdminClient
import AdminProtocol
import EventLoop
import Testing

@testable import Sandbox

@Suite("Synthetic topics and groups")
struct PopulationTests {
    private func populated(
        _ population: Population, masters: Int = 3, _ body: @escaping @Sendable (Sandbox, Admin) async throws -> Void
    ) throws {
        var options = SandboxOptions()
        (options.masters, options.population) = (masters, population)
        try withSandbox(options, body)
    }

    @Test("every topic is on two masters, and each of its groups is known there, and behind as asked")
    func spread() throws {
        try populated(Population(topics: 7, groups: 9, lag: .messages(5))) { sandbox, admin in
            let topics = try await admin.askNameServer(GetAllTopicList()).topicList
            #expect(topics.filter { $0.hasPrefix("synthetic-topic-") }.count == 7)
            #expect(topics.filter { $0.hasPrefix("%RETRY%synthetic-group-") }.count == 9)
            for topic in 0..<7 {
                let route = try await admin.askNameServer(GetRouteInfoByTopic(topic: Population.topicName(topic)))
                #expect(route.brokerDatas.count == 2 && route.queueDatas.allSatisfy { $0.writeQueueNums == 4 })
            }
            // Group 8 reads topic 1, as group 1 does, on the masters b and c.
            let progress = try await admin.send(
                GetConsumeStats(group: Population.groupName(8)), to: sandbox.address(2))
            #expect(progress.offsetTable.count == 4)
            #expect(
                progress.offsetTable.allSatisfy { $0.value.brokerOffset.value - $0.value.consumerOffset.value == 5 })
            let elsewhere = try await admin.send(
                GetConsumeStats(group: Population.groupName(8)), to: sandbox.address(0))
            #expect(elsewhere.offsetTable.isEmpty)
        }
    }

    @Test("queues begin where they end, and go on with what clients send")
    func queues() throws {
        try populated(Population(topics: 1), masters: 1) { sandbox, admin in
            let (name, broker) = (Population.topicName(0), sandbox.address())
            let end = Population(topics: 1).end(of: 2, 0, at: 0)
            #expect(end >= 1_000)
            #expect(try await admin.send(GetMinOffset(topic: name, queueId: 2), to: broker).offset == end)
            #expect(try await admin.send(GetMaxOffset(topic: name, queueId: 2), to: broker).offset == end)
            let sent = try await admin.send(
                SendMessage(
                    producerGroup: "P", topic: name, queueId: 2, brokerName: "broker-a", bornTimestamp: 1,
                    properties: MessageProperties(), body: [1]), to: broker)
            #expect(sent.header.queueOffset == end)
            #expect(try await admin.send(GetMinOffset(topic: name, queueId: 2), to: broker).offset == end)
            #expect(try await admin.send(GetMaxOffset(topic: name, queueId: 2), to: broker).offset == end + 1)
        }
    }

    @Test("the lag that chance makes is the same at every start, small for most and large for some")
    func chance() {
        let population = Population(topics: 100, groups: 1_000)
        let lags = (0..<1_000).flatMap { group in (0..<4).map { population.lag(of: group, $0, at: 1) } }
        #expect(lags == (0..<1_000).flatMap { group in (0..<4).map { population.lag(of: group, $0, at: 1) } })
        #expect((2_600...3_000).contains(lags.filter { $0 < 10 }.count))
        #expect((100...300).contains(lags.filter { $0 > 1_000 }.count) && lags.allSatisfy { $0 < 1_000_000 })
    }

    @Test(arguments: [1, 2, 3, 1000])
    func `each topic is on as many masters as it should be`(_ masters: Int) {
        let population = Population(topics: 10)
        let all = (0..<masters).flatMap { population.topics(at: $0, of: masters) }
        #expect(all.sorted() == (0..<10).flatMap { Array(repeating: $0, count: min(2, masters)) })
    }
}
