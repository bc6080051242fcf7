/// A version number of the remoting protocol: the place of a release in `MQVersion.java`.
public struct ServerVersion: RawRepresentable, Sendable, Hashable {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let v4_9_8 = ServerVersion(rawValue: 409)
    public static let v5_3_3 = ServerVersion(rawValue: 479)

    /// RocketMQ's name of the version: `V5_3_3`, `V4_9_8_SNAPSHOT`; numbers beyond the table get its last name.
    ///
    /// Every release from 3.0.1 on has a snapshot before it: up to 3.9 a minor version starts at patch 1 (but for 3.1
    /// and 3.2), from 4.0 on at patch 0, and always ends at patch 9 (3.0 at 15).
    public var name: String {
        if rawValue < 16 { return Self.first[max(0, rawValue)] }
        guard rawValue < 612 else { return "HIGHER_VERSION" }
        if rawValue >= 212 {
            let minor = (rawValue - 212) / 20
            return Self.name(4 + minor / 10, minor % 10, step: (rawValue - 212) % 20, firstPatch: 0)
        }
        guard let start = Self.threes.last(where: { $0.ordinal <= rawValue }) else { return "HIGHER_VERSION" }
        return Self.name(3, start.minor, step: rawValue - start.ordinal, firstPatch: start.firstPatch)
    }

    private static func name(_ major: Int, _ minor: Int, step: Int, firstPatch: Int) -> String {
        "V\(major)_\(minor)_\(firstPatch + step / 2)" + (step.isMultiple(of: 2) ? "_SNAPSHOT" : "")
    }

    private static let threes: [(ordinal: Int, minor: Int, firstPatch: Int)] = [
        (16, 0, 1), (46, 1, 0), (66, 2, 0), (86, 3, 1), (104, 4, 1), (122, 5, 1), (140, 6, 1), (158, 7, 1),
        (176, 8, 1), (194, 9, 1),
    ]

    private static let first = [
        "V3_0_0_SNAPSHOT", "V3_0_0_ALPHA1", "V3_0_0_BETA1", "V3_0_0_BETA2", "V3_0_0_BETA3", "V3_0_0_BETA4",
        "V3_0_0_BETA5", "V3_0_0_BETA6_SNAPSHOT", "V3_0_0_BETA6", "V3_0_0_BETA7_SNAPSHOT", "V3_0_0_BETA7",
        "V3_0_0_BETA8_SNAPSHOT", "V3_0_0_BETA8", "V3_0_0_BETA9_SNAPSHOT", "V3_0_0_BETA9", "V3_0_0_FINAL",
    ]
}
