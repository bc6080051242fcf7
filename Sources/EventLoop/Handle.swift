internal import CUV

/// A libuv handle and the object that its callbacks speak to; both live until libuv has closed the handle.
struct Handle<Raw> {
    let raw: UnsafeMutablePointer<Raw>

    /// `operation` is what an error says was being done.
    init(
        owner: AnyObject, doing operation: String = "handle", _ start: (UnsafeMutablePointer<Raw>) -> CInt
    ) throws {
        raw = .allocate(capacity: 1)
        do { try check(start(raw), operation) } catch {
            raw.deallocate()
            throw error
        }
        base.pointee.data = Unmanaged.passRetained(owner).toOpaque()
    }

    func close() {
        if uv_is_closing(base) != 0 { return }
        uv_close(base) { base in
            guard let base else { return }
            Unmanaged<AnyObject>.fromOpaque(base.pointee.data).release()
            UnsafeMutableRawPointer(base).deallocate()
        }
    }

    private var base: UnsafeMutablePointer<uv_handle_t> { raw.cast() }
}

/// Starts a libuv request, whose memory lives until libuv has answered, which it does once whatever happens.
///
/// The callback passed to libuv must call `answer`.
func request<Raw, Value: Sendable>(
    _ operation: String, _ start: (UnsafeMutablePointer<Raw>) -> CInt,
    take: @escaping (UnsafeMutablePointer<Raw>) -> Value
) -> Ticket<Value> {
    let ticket = Ticket<Value>()
    let raw = UnsafeMutablePointer<Raw>.allocate(capacity: 1)
    let owner = Callback { status in
        let value = take(raw)
        ticket.redeem(Result { try check(status, operation) }.map { value })
    }
    (raw.cast() as UnsafeMutablePointer<uv_req_t>).pointee.data = Unmanaged.passRetained(owner).toOpaque()
    let status = start(raw)
    if status < 0 { answer(raw, status) }
    return ticket
}

func answer<Raw>(_ raw: UnsafeMutablePointer<Raw>?, _ status: CInt) {
    guard let request = raw?.cast() as UnsafeMutablePointer<uv_req_t>? else { return }
    Unmanaged<Callback>.fromOpaque(request.pointee.data).takeRetainedValue().notify(status)
    raw?.deallocate()
}

/// The owner of a handle or a request that has one thing to say.
final class Callback {
    let notify: (CInt) -> Void
    init(_ notify: @escaping (CInt) -> Void) { self.notify = notify }

    static func call(_ data: UnsafeMutableRawPointer?, _ news: CInt) {
        data.map { Unmanaged<Callback>.fromOpaque($0).takeUnretainedValue().notify(news) }
    }
}

extension UnsafeMutablePointer {
    /// The same address as one of libuv's base structures, or of the system's address structures.
    func cast<Other>() -> UnsafeMutablePointer<Other> {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: Other.self)
    }
}
