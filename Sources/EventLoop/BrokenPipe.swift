internal import Glibc

/// What happens to a process that writes to a pipe or a socket that nobody reads any more.
public enum BrokenPipe {
    /// Makes such a write fail like any other, where the system would kill the process with SIGPIPE.
    ///
    /// libuv writes without `MSG_NOSIGNAL`, so every loop needs this. A handler that someone else installed stays.
    public static func isError() {
        var now = sigaction()
        guard sigaction(SIGPIPE, nil, &now) == 0, now.__sigaction_handler.sa_handler == nil else { return }
        signal(SIGPIPE, SIG_IGN)
    }
}
