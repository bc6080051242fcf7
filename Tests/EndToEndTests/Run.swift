import Glibc
import Synchronization
import Testing

/// One run of the built binary.
struct Run: Sendable {
    var output: [UInt8]
    var errors: String
    /// As a shell sees it: 128 and the signal's number where a signal ended it.
    var status: Int32
    /// The most memory it took, in bytes.
    var peakMemory: Int

    /// The peak of the tests' own process, in bytes.
    static var ownPeakMemory: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
    var duration: Duration

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorLines: [Substring] { errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }

    /// Runs `mqadmin` with these arguments, and kills it when it has not ended within `limit`.
    ///
    /// Its environment has `PATH` and `environment` only. `output` is a file that takes the place of the pipe.
    static func mqadmin(
        _ arguments: String..., environment: [String: String] = [:], output: String? = nil,
        within limit: Duration = .seconds(20)
    ) async throws -> Run {
        try await Process.start(arguments, environment: environment, output: output).finish(within: limit)
    }
}

/// The binary, as it runs.
struct Process: Sendable {
    let pid: pid_t
    private let start = ContinuousClock.now
    private let outputs: [CInt]
    /// Where its standard output is read.
    var output: CInt { outputs[0] }

    /// The binary that is tested: it is built beside the test bundle.
    static let binary: String = {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let own = String(decoding: path[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/mqadmin"
    }()

    static func start(
        _ arguments: [String], environment: [String: String] = [:], output: String? = nil, program: String = binary
    ) throws -> Process {
        try spawning.withLock { _ in try spawn(arguments, environment, output, program) }
    }

    private static let spawning = Mutex(())

    private static func spawn(
        _ arguments: [String], _ environment: [String: String], _ output: String?, _ program: String
    ) throws -> Process {
        let (out, err) = (try Pipe(), try Pipe())
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        if let output {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY, 0)
        } else {
            posix_spawn_file_actions_adddup2(&actions, out.writer, STDOUT_FILENO)
        }
        posix_spawn_file_actions_adddup2(&actions, err.writer, STDERR_FILENO)
        var pid: pid_t = 0
        // The threads of a test block signals, and the program inherits that: it has to unblock them.
        let variables = ["PATH": getenv("PATH").map { String(cString: $0) } ?? ""].merging(environment) { $1 }
        let status = withCStrings([program] + arguments) { argv in
            withCStrings(variables.map { "\($0)=\($1)" }) { envp in
                posix_spawn(&pid, program, &actions, nil, argv, envp)
            }
        }
        close(out.writer)
        close(err.writer)
        try #require(status == 0, "cannot run \(program): \(String(cString: strerror(status)))")
        return Process(pid: pid, outputs: [out.reader, err.reader])
    }

    private init(pid: pid_t, outputs: [CInt]) { (self.pid, self.outputs) = (pid, outputs) }

    /// Reads what it prints until it has ended.
    func finish(within limit: Duration) async throws -> Run {
        var texts: [[UInt8]] = [[], []]
        var isOpen = [true, true]
        let end = start + limit
        while isOpen.contains(true) {
            for index in 0...1 where isOpen[index] { isOpen[index] = drain(outputs[index], into: &texts[index]) }
            if ContinuousClock.now > end {
                kill(pid, SIGKILL)
                Issue.record("it did not end within \(limit); so far: \(String(decoding: texts[1], as: UTF8.self))")
                break
            }
            try await Task.sleep(for: .milliseconds(2))
        }
        outputs.forEach { close($0) }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return Run(
            output: texts[0], errors: String(decoding: texts[1], as: UTF8.self),
            status: signal == 0 ? status >> 8 & 0xff : 128 + signal,
            peakMemory: usage.ru_maxrss * 1024, duration: ContinuousClock.now - start)
    }

    /// Takes what is there; false at the end.
    private func drain(_ descriptor: CInt, into bytes: inout [UInt8]) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return false }
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            bytes += chunk[..<count]
        }
    }
}
