import AdminClient
import AdminProtocol
import CommandKit

/// Asks brokers for the statistics of topics, many at once.
struct StatisticsCollector: Sendable {
    let admin: Admin
    let edition: Edition

    /// Topics that are looked at at the same time; each asks several brokers several things.
    private static let topicsAtOnce = 32

    /// A topic's groups and the brokers that have it.
    private struct Place: Sendable {
        var topic: String
        var route: TopicRouteData
        var groups: [String]
        var failures: [Failure]  // Of brokers that could not name their groups.

        var masters: [PeerAddress] {
            route.brokerDatas.sorted { $0.brokerName < $1.brokerName }
                .compactMap(\.masterAddress).compactMap { PeerAddress($0) }
        }
    }

    /// A topic without a route has no row; what else could not be asked is a failure, and counts nothing.
    func statistics(of topics: [String]) async throws -> (rows: [TopicStatistics], failures: [Failure]) {
        let found = await admin.gather(topics, atOnce: Self.topicsAtOnce) { try await place(of: $0) }
        let places = try Outcomes(topics, found)
        let groups = Set(places.values.compactMap(\.value).flatMap(\.groups)).sorted()
        let routes = await admin.gather(groups) { try await retryRoute(of: $0) }
        let retryRoutes = Dictionary(uniqueKeysWithValues: zip(groups, routes))
        let results = await admin.gather(places.values.compactMap(\.value), atOnce: Self.topicsAtOnce) {
            await self.rows(of: $0, retryRoutes)
        }
        var (rows, failures) = ([TopicStatistics](), places.failures)
        for case .success(let (more, missing)) in results {
            rows += more
            failures += missing
        }
        failures += places.values.compactMap(\.value).flatMap(\.failures)
        return (rows, failures.withoutRepetition)
    }

    private func place(of topic: String) async throws -> Place? {
        do {
            let route = try await admin.route(of: topic)
            let found = try await admin.groups(consuming: topic, on: route)
            let failures = found.failures.map { Failure($0.address, $0.error) }
            return Place(topic: topic, route: route, groups: found.groups, failures: failures)
        } catch let error as BrokerError where error.code == .topicNotExist { return nil }
    }

    private func retryRoute(of group: String) async throws -> TopicRouteData? {
        do { return try await admin.route(of: DerivedTopic.retry(of: group)) } catch let error as BrokerError
            where error.code == .topicNotExist
        { return nil }
    }

    private func rows(
        of place: Place, _ retryRoutes: [String: Result<TopicRouteData?, any Error>]
    ) async -> (rows: [TopicStatistics], failures: [Failure]) {
        let topic = TopicStatistics(topic: place.topic)
        var incoming = await sum("TOPIC_PUT_NUMS", place.topic, place.masters)
        let row = topic.with(incoming: incoming)
        guard !place.groups.isEmpty else { return ([row], incoming.failures) }
        let mappings = await mappings(of: place)
        let results = await admin.gather(place.groups) { group in
            let outgoing = await sum("GROUP_GET_NUMS", "\(place.topic)@\(group)", place.masters)
            let backlog = await backlog(of: group, place, mappings, retryRoutes[group] ?? .success(nil))
            return (row.with(group, outgoing, backlog.count), outgoing.failures + backlog.failures)
        }
        var rows: [TopicStatistics] = []
        for case .success(let (row, failures)) in results {
            rows.append(row)
            incoming.failures += failures
        }
        return (rows, incoming.failures)
    }

    private func sum(_ name: String, _ key: String, _ brokers: [PeerAddress]) async -> StatisticsSum {
        var sum = StatisticsSum()
        for answer in await admin.broadcast(ViewBrokerStatsData(name, of: key), to: brokers) {
            switch answer.result {
            case .success(let data):
                sum.tps += data.statsMinute.tps
                sum.today += data.daySum
            // Without events there is no statistic, and no other code for that.
            case .failure(let error as BrokerError) where error.remark.hasPrefix("The stats <"): continue
            case .failure(let error): sum.failures.append(Failure("\(answer.from) \(key)", error))
            }
        }
        return sum
    }

    /// Of a static topic, whose logical queues count instead of the physical ones.
    private func mappings(of place: Place) async -> Result<[TopicQueueMapping]?, any Error> {
        guard place.route.isStatic else { return .success(nil) }
        do { return .success(try await admin.mappings(of: place.topic, on: place.route)) } catch {
            return .failure(error)
        }
    }

    /// A group that never was online has no retry topic: 5.x then asks the topic's own brokers, 4.9 none.
    private func backlog(
        of group: String, _ place: Place, _ mappings: Result<[TopicQueueMapping]?, any Error>,
        _ retryRoute: Result<TopicRouteData?, any Error>
    ) async -> (count: Int, failures: [Failure]) {
        let (brokers, mapped): ([PeerAddress], [TopicQueueMapping]?)
        do {
            mapped = try mappings.get()
            let route = try retryRoute.get() ?? (edition == .v5 ? place.route : nil)
            brokers = route?.brokerAddresses ?? []
        } catch { return (0, [Failure(group, error)]) }
        let request = GetConsumeStats(group: group, topic: place.topic)
        var (offsets, failures) = ([MessageQueue: OffsetWrapper](), [Failure]())
        for answer in await admin.broadcast(request, to: brokers, within: admin.settings.timeout * 3) {
            switch answer.result {
            case .success(let stats): offsets.merge(stats.offsetTable.map { ($0.key, $0.value) }) { $1 }
            case .failure(let error): failures.append(Failure("\(answer.from) \(group)", error))
            }
        }
        do {
            if let mapped { offsets = try mapped.logicalProgress(of: place.topic, physical: offsets) }
        } catch { failures.append(Failure(place.topic, error)) }
        let count = offsets.values.reduce(0) { $0 &+ ($1.brokerOffset.value &- $1.consumerOffset.value) }
        return (max(0, count), failures)
    }
}

/// One statistic, of all brokers that have it.
private struct StatisticsSum: Sendable {
    var tps = 0.0
    var today = 0
    var failures: [Failure] = []
}

extension TopicStatistics {
    fileprivate func with(incoming: StatisticsSum) -> TopicStatistics {
        var row = self
        (row.inTps, row.inToday) = (incoming.tps, incoming.today)
        return row
    }

    fileprivate func with(_ group: String, _ outgoing: StatisticsSum, _ accumulation: Int) -> TopicStatistics {
        var row = self
        (row.group, row.outTps, row.outToday, row.accumulation) = (group, outgoing.tps, outgoing.today, accumulation)
        return row
    }
}
