internal import Glibc

/// The memory that an in-memory log lives in, which stands where a real broker has its disk.
struct Machine {
    /// Bytes.
    let total: Double
    /// Bytes.
    let free: Double

    /// The machine as it is now.
    init() {
        let page = Double(sysconf(CInt(_SC_PAGESIZE)))
        total = page * Double(max(1, sysconf(CInt(_SC_PHYS_PAGES))))
        free = page * Double(max(0, sysconf(CInt(_SC_AVPHYS_PAGES))))
    }

    /// From 0 to 1, to two digits.
    var usedRatio: Double { ((1 - free / total) * 100).rounded() / 100 }

    /// `MixAll.humanReadableByteCount`: `252.0 GiB`, `12 B`.
    static func text(bytes: Double) -> String {
        let units = ["KiB", "MiB", "GiB", "TiB", "PiB"]
        if bytes < 1024 { return "\(Int(bytes)) B" }
        var (value, unit) = (bytes / 1024, 0)
        while value >= 1024, unit < units.count - 1 { (value, unit) = (value / 1024, unit + 1) }
        return "\((value * 10).rounded() / 10) \(units[unit])"
    }
}
