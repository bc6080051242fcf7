import Remoting
import Synchronization

/// Frames that a peer has seen.
final class Frames: Sendable {
    private let frames = Mutex<[Frame]>([])
    var all: [Frame] { frames.withLock { $0 } }
    func add(_ frame: Frame) { frames.withLock { $0.append(frame) } }
}

/// Something that has happened, or not.
final class Flag: Sendable {
    private let value = Mutex(false)
    var isRaised: Bool { value.withLock { $0 } }
    func raise() { value.withLock { $0 = true } }
}
