internal import EventLoop
internal import Glibc

/// What the brokers of a sandbox have written and is not yet safe from a loss of power.
///
/// Writes themselves go to the system at once, which has them even when this process is killed; what makes them safe
/// takes milliseconds, happens on another thread, and once for all connections that wait (`GroupCommitService`).
final class Disk {
    let isSynchronous: Bool
    let notice: @Sendable (String) -> Void
    /// Once data may be lost nobody can say which; nothing more is stored then.
    private(set) var failure: StorageError?
    /// Why a change is not kept that somebody asked for, and is about to hear that it is.
    private var refusal: StorageError?
    private var dirty: [RecordFile] = []
    private var isFlushing = false
    /// Those that wait for the flush that goes on, and for the one after it.
    private var waiting: (now: [Ticket<Void>], next: [Ticket<Void>]) = ([], [])
    private var bell = Ticket<Void>()

    init(_ options: StorageOptions) { (isSynchronous, notice) = (options.isSynchronous, options.notice) }

    /// Redeemed when there is something to make safe.
    var doorbell: Ticket<Void> { bell }

    func touch(_ file: RecordFile) {
        if dirty.contains(where: { $0 === file }) { return }
        dirty.append(file)
        bell.redeem(.success(()))
    }

    /// What an answer has to wait for that speaks of what is written by now; nil if it need not.
    func barrier() -> Ticket<Void>? {
        if let error = failure ?? refusal {
            refusal = nil
            return Self.failed(error)
        }
        if !isSynchronous || dirty.isEmpty && !isFlushing { return nil }
        let ticket = Ticket<Void>()
        if dirty.isEmpty { waiting.now.append(ticket) } else { waiting.next.append(ticket) }
        return ticket
    }

    private static func failed(_ error: StorageError) -> Ticket<Void> {
        let ticket = Ticket<Void>()
        ticket.redeem(.failure(error))
        return ticket
    }

    /// Begins a flush: of these files.
    func begin() -> [RecordFile] {
        defer { (dirty, bell) = ([], Ticket<Void>()) }
        (isFlushing, waiting) = (true, (waiting.next, []))
        return dirty
    }

    /// Ends the flush that `begin` began.
    func end(_ error: (any Error)?) {
        if let error { fail(.system(file: "\(error)", code: EIO)) }
        isFlushing = false
        waiting.now.forEach { $0.redeem(failure.map { .failure($0) } ?? .success(())) }
        waiting.now = []
    }

    /// Notes that something that was taken for stored may be lost.
    func fail(_ error: StorageError) {
        if failure == nil { notice("cannot store any more: \(error)") }
        failure = failure ?? error
    }

    /// Keeps back the answer to what could not be kept.
    func refuse(_ error: StorageError) {
        notice("\(error)")
        refusal = error
    }

    /// Makes everything safe now, as the last thing.
    func finish() {
        for file in begin() where fdatasync(file.descriptor) != 0 { fail(.last(file.path)) }
        end(nil)
    }
}
