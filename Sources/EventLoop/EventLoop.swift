internal import CUV
internal import Synchronization

/// One thread that runs libuv and the Swift tasks that wait for it.
///
/// `mqadmin` runs its loop on the main thread, so a command starts no other thread unless it looks up a name.
/// Never block inside a task that runs here: it stops every other task.
public final class EventLoop: TaskExecutor {
    private enum Work {
        case job(UnownedJob)
        case errand(@Sendable () -> Void)
    }

    private struct State {
        var work: [Work] = []
        var thread: uv_thread_t?
        var isAsleep = false
    }

    // libuv's structures belong to the thread inside `run`; any other may only ring the bell.
    nonisolated(unsafe) let uv = UnsafeMutablePointer<uv_loop_t>.allocate(capacity: 1)
    private nonisolated(unsafe) let bell = UnsafeMutablePointer<uv_async_t>.allocate(capacity: 1)
    nonisolated(unsafe) let scratch = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 65_536)
    private nonisolated(unsafe) let beforeSleep = UnsafeMutablePointer<uv_prepare_t>.allocate(capacity: 1)
    private let state = Mutex(State())

    public init() {
        BrokenPipe.isError()
        uv_loop_init(uv)
        uv_async_init(uv, bell, nil)
        uv_prepare_init(uv, beforeSleep)
        uv.pointee.data = Unmanaged.passUnretained(self).toOpaque()
        uv_prepare_start(beforeSleep) { EventLoop.of($0?.pointee.loop)?.runWork() }
    }

    static func of(_ uv: UnsafeMutablePointer<uv_loop_t>?) -> EventLoop? {
        uv?.pointee.data.map { Unmanaged<EventLoop>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Sockets keep their loop, so by now there are none; libuv only has to finish what was closed.
    deinit {
        runWork()
        uv_close(UnsafeMutableRawPointer(bell).assumingMemoryBound(to: uv_handle_t.self), nil)
        uv_close(UnsafeMutableRawPointer(beforeSleep).assumingMemoryBound(to: uv_handle_t.self), nil)
        uv_run(uv, UV_RUN_DEFAULT)
        uv_loop_close(uv)
        beforeSleep.deallocate()
        bell.deallocate()
        uv.deallocate()
        scratch.deallocate()
    }

    public func enqueue(_ job: consuming ExecutorJob) { add(.job(UnownedJob(job))) }

    /// Runs `body` to its end on the calling thread, and returns what it returned.
    public func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
        let outcome = Mutex<Result<Value, any Error>?>(nil)
        state.withLock { $0.thread = uv_thread_self() }
        defer { state.withLock { $0.thread = nil } }
        Task(executorPreference: self) {
            let result: Result<Value, any Error>
            do { result = .success(try await body()) } catch { result = .failure(error) }
            outcome.withLock { $0 = result }
            uv_stop(self.uv)
        }
        uv_run(uv, UV_RUN_DEFAULT)
        guard let result = outcome.withLock({ $0 }) else { preconditionFailure("the loop stopped early") }
        return try result.get()
    }

    /// Suspends until someone redeems `ticket`, `deadline` passes or the task is cancelled.
    public func value<Value: Sendable>(of ticket: Ticket<Value>, until deadline: Deadline) async throws -> Value {
        try await here { try await wait(for: ticket, until: deadline) }
    }

    func wait<Value: Sendable>(
        for ticket: Ticket<Value>, until deadline: Deadline,
        late: Result<Value, any Error> = .failure(EventLoopError.timedOut)
    ) async throws -> Value {
        let timer = try Handle<uv_timer_t>(owner: Callback { _ in ticket.redeem(late) }) { uv_timer_init(uv, $0) }
        defer { timer.close() }
        uv_timer_start(timer.raw, { Callback.call($0?.pointee.data, 0) }, deadline.milliseconds(from: uv_now(uv)), 0)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { ticket.hold($0) }
        } onCancel: {
            ticket.redeem(.failure(CancellationError()))
        }
    }

    /// Runs `body` on the loop's thread, also when a task of another executor calls, or an actor does.
    func here<Value: Sendable>(_ body: @Sendable @concurrent () async throws -> Value) async throws -> Value {
        let isAtHome = withUnsafeCurrentTask { $0?.unownedTaskExecutor == asUnownedTaskExecutor() }
        return try await isAtHome ? body() : withTaskExecutorPreference(self, operation: body)
    }

    private var isCurrent: Bool { state.withLock { $0.thread == uv_thread_self() } }

    /// Calls `errand` on the loop's thread: now if this is it, else soon.
    func perform(_ errand: @escaping @Sendable () -> Void) {
        if isCurrent { errand() } else { add(.errand(errand)) }
    }

    private func add(_ work: Work) {
        let mustRing = state.withLock { state in
            state.work.append(work)
            defer { state.isAsleep = false }
            return state.isAsleep && state.thread != uv_thread_self()
        }
        if mustRing { uv_async_send(bell) }
    }

    /// Runs what is queued, and what that queues, but lets sockets have a turn from time to time.
    private func runWork() {
        for _ in 0..<64 {
            let batch = state.withLock { state in
                defer { state.work = [] }
                state.isAsleep = state.work.isEmpty
                return state.work
            }
            if batch.isEmpty { return }
            for work in batch {
                switch work {
                case .job(let job): job.runSynchronously(on: asUnownedTaskExecutor())
                case .errand(let errand): errand()
                }
            }
        }
        uv_async_send(bell)
    }

}
