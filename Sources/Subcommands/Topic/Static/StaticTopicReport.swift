import AdminProtocol
import CommandKit
import LooseJSON

extension UpdateStaticTopic {
    func send(_ state: StaticTopicState, _ rollout: StaticTopicRollout, files: [String]) async throws -> Message {
        _ = try rollout.masters(of: state.shares.keys)
        let failures = try await rollout.write(state, to: state.shares.keys)
        let lines = zip(["old", "new"], files).map { "The \($0) mapping data is written to file \($1)" }
        return try state.report(lines: lines, files: files, failures: failures)
    }
}

extension RemappingStaticTopic {
    /// Moves the queues; an error half-way names the files to go on, or back, with.
    func move(
        _ state: StaticTopicState, _ move: StaticTopicMove, _ rollout: StaticTopicRollout, files: [String]
    ) async throws -> Message {
        do { try await rollout.move(state, move) } catch let error as StaticTopicError {
            throw StaticTopicError(
                "\(error)" + (files.isEmpty ? "" : "; the mappings are in \(files.joined(separator: " and "))"))
        }
        return try report(state, files: files)
    }

    /// RocketMQ's tool calls both files old.
    func report(_ state: StaticTopicState, files: [String]) throws -> Message {
        try state.report(lines: files.map { "The old mapping data is written to file \($0)" }, files: files)
    }

    func plan(_ move: StaticTopicMove, _ info: ClusterInfo) -> Plan {
        // A mapping from a file does not say which queues move.
        let queues = move.queues.isEmpty ? "queues" : counted(move.queues.count, "queue")
        return Plan(
            summary: "move \(queues) of static topic \(topic.text)",
            steps: move.mapOut.sorted().map { "from broker \($0)" } + move.mapIn.sorted().map { "to broker \($0)" })
    }
}

extension StaticTopicState {
    /// The files' names for people; the leader of each queue for programs.
    fileprivate func report(lines: [String], files: [String], failures: [Failure] = []) throws -> Message {
        let queues = try checkedQueues().values.sorted { $0.id < $1.id }
        let leaders = queues.map {
            JSON.object([.init("queue", .integer($0.id)), .init("leader", .string($0.leader))])
        }
        return Message(
            lines,
            fields: [
                "topic": topic, "epoch": try agreement()?.epoch, "queues": JSON.array(leaders), "files": files,
            ], failures: failures)
    }
}
