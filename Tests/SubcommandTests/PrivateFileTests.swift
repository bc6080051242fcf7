import Glibc
import Testing

@testable import Subcommands

@Suite struct PrivateFileTests {
    /// A folder below /tmp that no other test uses.
    private func folder(_ name: String) -> String { "/tmp/mqadmin-test-\(getpid())-\(name)" }

    private func mode(of path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    @Test func `folders that are made are the user's alone, and so is the file`() throws {
        let base = folder("made")
        let path = try PrivateFile.write([1, 2, 3], named: "body", in: "\(base)/inner")
        #expect(path == "\(base)/inner/body")
        #expect(mode(of: base) == 0o700 && mode(of: "\(base)/inner") == 0o700 && mode(of: path) == 0o600)
        unlink(path)
        #expect(rmdir("\(base)/inner") == 0, "nothing else was left there")
        rmdir(base)
    }

    @Test func `a folder that is a link is not entered`() throws {
        let (base, elsewhere) = (folder("link"), folder("elsewhere"))
        try #require(mkdir(elsewhere, 0o700) == 0 && symlink(elsewhere, base) == 0)
        #expect(throws: FileError.self) { try PrivateFile.write([1], named: "body", in: base) }
        #expect(throws: FileError.self) { try PrivateFile.write([1], named: "body", in: "\(base)/inner") }
        #expect(rmdir(elsewhere) == 0, "nothing was written behind the link")
        unlink(base)
    }

    @Test func `a file that is there is replaced whole, and what a link points to stays`() throws {
        let base = folder("replaced")
        let victim = "\(base)/victim"
        _ = try PrivateFile.write([7, 7], named: "victim", in: base)
        try #require(symlink(victim, "\(base)/body") == 0)
        let path = try PrivateFile.write([1, 2, 3], named: "body", in: base)
        var (file, other) = (stat(), stat())
        try #require(lstat(path, &file) == 0 && lstat(victim, &other) == 0)
        #expect(file.st_mode & S_IFMT == S_IFREG && file.st_size == 3 && other.st_size == 2)
        unlink(path)
        unlink(victim)
        rmdir(base)
    }

    @Test func `a place that cannot be written to is an error that names it`() {
        for place in ["/proc/mqadmin", "/dev/null/folder"] {
            let error = #expect(throws: FileError.self) { try PrivateFile.write([1], named: "body", in: place) }
            #expect(error?.description.contains(place) == true)
        }
    }
}
