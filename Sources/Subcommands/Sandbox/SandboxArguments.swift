internal import CommandKit
internal import EventLoop
internal import Sandbox

/// A TCP port.
struct Port: ArgumentValue, ExpressibleByIntegerLiteral {
    static let kind = ValueKind("port", expects: "a number from 0 to 65535")
    let number: UInt16

    init(integerLiteral number: UInt16) { self.number = number }

    init(argument: String) throws(MalformedValue) {
        guard let number = UInt16(argument) else { throw MalformedValue() }
        self.number = number
    }

    var argument: String? { String(number) }
}

/// Topics that a sandbox starts with, as `T:8,ORDER:4`.
struct SandboxTopics: ArgumentValue {
    static let kind = ValueKind("topic:queues,…")
    let topics: [SandboxOptions.Topic]

    init(argument: String) throws(MalformedValue) {
        do throws(SandboxOptionsError) { topics = try SandboxOptions.topics(parsing: argument) } catch {
            throw MalformedValue(error.description)
        }
    }

    var argument: String? { topics.map { "\($0.name):\($0.queues)" }.joined(separator: ",") }
}

/// A command that ran on a sandbox has ended: its status is this program's.
public struct CommandEnded: Error {
    /// As a shell sees it: 128 and the signal's number where a signal ended the command, 127 where there is none.
    public var status: CInt
    /// Why the command could not be run, in one line.
    public var problem: String?

    /// Runs a command, with these variables in its environment, to its end.
    init(_ command: [String], on loop: EventLoop, environment: [String: String]) async throws {
        do {
            switch try await loop.run(program: command, environment: environment) {
            case .exited(let code): status = CInt(truncatingIfNeeded: code)
            case .killed(let signal): status = 128 + signal
            }
        } catch let error as EventLoopError {
            (status, problem) = (127, "\(error)")
        }
    }
}
