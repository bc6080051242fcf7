#if THREAD_SANITIZER

    internal import CUV

    /// Stands in for `Synchronization.Mutex` where ThreadSanitizer watches.
    ///
    /// The sanitizer does not see how that one waits, and takes what a contended lock protects for a race. libuv's mutex
    /// is a pthread one, which it knows.
    final class Mutex<Value>: @unchecked Sendable {
        private let mutex = UnsafeMutablePointer<uv_mutex_t>.allocate(capacity: 1)
        private var value: Value

        init(_ value: consuming sending Value) {
            self.value = value
            uv_mutex_init(mutex)
        }

        deinit {
            uv_mutex_destroy(mutex)
            mutex.deallocate()
        }

        func withLock<Result, Failure: Error>(
            _ body: (inout Value) throws(Failure) -> Result
        ) throws(Failure) -> Result {
            uv_mutex_lock(mutex)
            defer { uv_mutex_unlock(mutex) }
            return try body(&value)
        }
    }

#endif
