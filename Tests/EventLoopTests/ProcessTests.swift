import EventLoop
import Glibc
import Synchronization
import Testing

private final class Received: Sendable {
    let count = Atomic(0)
}

@Suite(.serialized) struct ProcessTests {
    @Test func `each of many signals is noticed`() throws {
        let loop = EventLoop()
        let received = Received()
        try loop.run {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await loop.onEach(SIGUSR2) { received.count.add(1, ordering: .relaxed) } }
                for _ in 0..<3 {
                    try await loop.sleep(until: .after(.milliseconds(20)))
                    kill(getpid(), SIGUSR2)
                }
                try await loop.sleep(until: .after(.milliseconds(20)))
                group.cancelAll()
            }
        }
        #expect(received.count.load(ordering: .relaxed) == 3)
    }

    @Test func `a program reads from what it is given`() throws {
        let loop = EventLoop()
        let end = try loop.run {
            var ends: [CInt] = [0, 0]
            try #require(pipe(&ends) == 0)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            let child = try loop.spawn(["/bin/sh", "-c", "read x; exit $x"], input: ends[0])
            write(ends[1], "7\n", 2)
            ends.forEach { close($0) }
            return try await child.end()
        }
        #expect(end == .exited(7))
    }

    @Test func `a program that is not there is an error`() throws {
        let loop = EventLoop()
        #expect(throws: EventLoopError.self) { try loop.run { _ = try loop.spawn(["/nowhere/at-all"]) } }
    }
}
