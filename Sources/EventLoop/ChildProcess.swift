internal import CUV
internal import Glibc

/// How a child process ended.
public enum ProcessEnd: Sendable, Equatable {
    case exited(Int)
    case killed(signal: CInt)
}

extension EventLoop {
    /// Runs a program on this process's own standard streams, and waits for its end.
    ///
    /// `arguments[0]` is looked up in `PATH`; `environment` is added to this process's own. A cancelled task asks the
    /// program to end, with `SIGTERM`, and still waits for it. Throws when the program cannot be started.
    public func run(program arguments: [String], environment: [String: String]) async throws -> ProcessEnd {
        try await here {
            let child = try spawn(arguments, environment: environment)
            return try await withTaskCancellationHandler {
                try await child.end()
            } onCancel: {
                child.askToEnd()
            }
        }
    }

    /// Starts a program whose standard input is `input`; to be called on the loop's thread.
    public func spawn(
        _ arguments: [String], environment: [String: String] = [:], input: CInt = 0
    ) throws -> ChildProcess {
        let ticket = Ticket<ProcessEnd>()
        var status: CInt = 0
        let process = try Handle<uv_process_t>(owner: ProcessOwner(ticket)) { raw in
            status = start(arguments, environment, input, raw)
            return 0
        }
        do { try check(status, "run \(arguments[0])") } catch {
            // Even where the program could not be started libuv knows the handle: it has to be closed.
            process.close()
            throw error
        }
        return ChildProcess(process, ticket, on: self)
    }

    private func start(
        _ arguments: [String], _ environment: [String: String], _ input: CInt,
        _ raw: UnsafeMutablePointer<uv_process_t>
    ) -> CInt {
        var merged = Self.inheritedEnvironment.merging(environment) { $1 }
        merged["_"] = nil
        let argv = CStrings(arguments)
        let envp = CStrings(merged.map { "\($0)=\($1)" })
        var streams = [input, 1, 2].map { fd in
            uv_stdio_container_t(flags: UV_INHERIT_FD, data: .init(fd: fd))
        }
        return streams.withUnsafeMutableBufferPointer { streams in
            var options = uv_process_options_t()
            options.file = UnsafePointer(argv.pointers[0])
            options.args = argv.base
            options.env = envp.base
            options.stdio = streams.baseAddress
            options.stdio_count = CInt(streams.count)
            options.exit_cb = { process, status, signal in
                guard let owner = process?.pointee.data else { return }
                let end = signal == 0 ? ProcessEnd.exited(Int(status)) : .killed(signal: signal)
                Unmanaged<ProcessOwner>.fromOpaque(owner).takeUnretainedValue().ticket.redeem(.success(end))
            }
            return uv_spawn(uv, raw, &options)
        }
    }

    private static var inheritedEnvironment: [String: String] {
        var result: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let pair = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { result[String(pair[0])] = String(pair[1]) }
            entry += 1
        }
        return result
    }
}

/// A program that was started.
public final class ChildProcess: Sendable {
    private let pid: pid_t
    private let ended: Ticket<ProcessEnd>
    private let loop: EventLoop
    // As in `Socket`.
    private nonisolated(unsafe) let process: Handle<uv_process_t>

    fileprivate init(_ process: Handle<uv_process_t>, _ ended: Ticket<ProcessEnd>, on loop: EventLoop) {
        (self.process, self.ended, self.loop, pid) = (process, ended, loop, process.raw.pointee.pid)
    }

    deinit {
        nonisolated(unsafe) let process = process
        loop.perform { process.close() }
    }

    /// Waits for the program's end, also when the task is cancelled; to be asked once.
    public func end() async throws -> ProcessEnd {
        try await loop.here { try await withCheckedThrowingContinuation { ended.hold($0) } }
    }

    /// Sends it `SIGTERM`.
    func askToEnd() { kill(pid, SIGTERM) }
}

private final class ProcessOwner {
    let ticket: Ticket<ProcessEnd>
    init(_ ticket: Ticket<ProcessEnd>) { self.ticket = ticket }
}

/// A null-terminated array of C strings, as `exec` takes it.
private final class CStrings {
    var pointers: [UnsafeMutablePointer<CChar>?]
    let base: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

    init(_ strings: [String]) {
        pointers = strings.map { strdup($0) } + [nil]
        base = .allocate(capacity: pointers.count)
        base.initialize(from: pointers, count: pointers.count)
    }

    deinit {
        pointers.forEach { free($0) }
        base.deallocate()
    }
}
