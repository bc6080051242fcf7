internal import AdminProtocol
internal import Glibc
internal import Synchronization

/// The ids that clients give their messages (`MessageClientIDSetter.java`): address, process, a number of the process,
/// time since the month began, and a counter, as 32 hexadecimal digits.
enum UniqueKey {
    private static let counter = Atomic(UInt16(0))
    private static let prefix: [UInt8] = {
        let pid = UInt16(truncatingIfNeeded: getpid())
        return address + pid.bigEndianBytes + UInt32.random(in: 0 ... .max).bigEndianBytes
    }()

    /// `now` is in epoch milliseconds.
    static func make(now: Int) -> String {
        let sinceMonth = UInt32(truncatingIfNeeded: max(0, now - startOfMonth(now)))
        let count = counter.wrappingAdd(1, ordering: .relaxed).oldValue
        return (prefix + sinceMonth.bigEndianBytes + count.bigEndianBytes).hexadecimal
    }

    private static func startOfMonth(_ now: Int) -> Int {
        var seconds = time_t(now / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        (parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec) = (1, 0, 0, 0)
        return Int(mktime(&parts)) * 1000
    }

    /// The first IPv4 address of the machine that is not the loopback's, or else that one.
    private static var address: [UInt8] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [127, 0, 0, 1] }
        defer { freeifaddrs(list) }
        for entry in sequence(first: list, next: { $0?.pointee.ifa_next }) {
            guard let address = entry?.pointee.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET) else {
                continue
            }
            let ip = UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr
            let bytes = withUnsafeBytes(of: ip) { Array($0) }
            if bytes[0] != 127 { return bytes }
        }
        return [127, 0, 0, 1]
    }
}
