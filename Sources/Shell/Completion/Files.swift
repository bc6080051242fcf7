internal import Execution
internal import Glibc

extension Completer.Offers {
    /// Takes the files whose path begins with `path`; a leading `~/` is the home folder.
    mutating func fill(files path: String) {
        areFiles = true
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let name = path.dropFirst(folder.count)
        var place = folder.isEmpty ? "." : folder
        if place.hasPrefix("~/") { place = (Environment["HOME"] ?? "") + place.dropFirst() }
        guard let directory = opendir(place) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory), words.count < 10_000 {
            let found = withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) }
            guard found != ".", found != "..", found.begins(with: String(name)), found.first != "." || name.first == "."
            else { continue }
            var status = stat()
            let isFolder = stat("\(place)/\(found)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            words.append(folder + found + (isFolder ? "/" : ""))
        }
        words.sort()
    }
}
