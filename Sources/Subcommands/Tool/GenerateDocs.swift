import CommandKit

/// Writes what derives from the declarations: `make docs` runs it, and a test compares its files with those checked in.
struct GenerateDocs: Subcommand {
    static let about = About(
        "__docs", .tool, "Write the man pages and completions below a folder",
        examples: [Example("/tmp/docs", "write them below /tmp/docs")], isHidden: true, isLocal: true)

    @Word("directory", "the folder; man/ and completions/ are made in it") var directory: String

    func run(in session: Session) async throws -> Message {
        let files =
            catalog.manPages().map { (path: "man/\($0.name)", text: $0.text) }
            + Shell.allCases.map { shell in
                let file = catalog.completions(for: shell)
                return (path: "completions/\(file.name)", text: file.text)
            }
        for file in files { try PlainFile.write(Array(file.text.utf8), to: "\(directory)/\(file.path)") }
        return Message("wrote \(files.count) files below \(directory)", fields: ["files": files.map(\.path)])
    }
}
