/// Where statements come from: what errors say of it, and whether the first failure ends them.
struct Origin: Sendable {
    /// The file they stand in.
    var file: String?
    var isScript = true

    static let terminal = Origin(file: nil, isScript: false)

    /// What stands before an error in this line.
    func prefix(_ line: Int) -> String {
        if let file { return "\(file):\(line): " }
        return isScript ? "line \(line): " : ""
    }
}
