internal import CUV

/// The machine's clock; for measuring and waiting there is `Deadline`.
public enum TimeOfDay {
    /// Epoch milliseconds.
    public static var milliseconds: Int {
        var time = uv_timeval64_t()
        // It fails for a null pointer only.
        uv_gettimeofday(&time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_usec) / 1000
    }
}
