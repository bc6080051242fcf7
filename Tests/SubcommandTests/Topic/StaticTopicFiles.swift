import Foundation

/// Removes the mapping files of a topic.
func removeMappingFiles(of topic: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? []
    for name in names where name.hasPrefix(topic + "-") && (name.hasSuffix(".before") || name.hasSuffix(".after")) {
        try? FileManager.default.removeItem(atPath: "/tmp/" + name)
    }
}
