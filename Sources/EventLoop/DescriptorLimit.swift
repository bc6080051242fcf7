internal import Glibc

/// How many files and sockets this process may have open.
public enum DescriptorLimit {
    /// Raises the soft limit to the hard one, so that a broadcast to thousands of brokers does not run out of sockets.
    ///
    /// A system that refuses leaves the limit as it was: then connecting fails, and says so.
    public static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
