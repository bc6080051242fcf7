import CommandKit
import Foundation
import Testing

@Suite struct DocumentTests {
    @Test func `shells and mandoc accept what is generated for them`() throws {
        let folder = try Self.scratch()
        defer { try? FileManager.default.removeItem(at: folder) }
        for shell in Shell.allCases {
            let file = samples.completions(for: shell)
            let url = folder.appending(path: file.name)
            try file.text.write(to: url, atomically: true, encoding: .utf8)
            #expect(try Self.run([shell.rawValue, "-n", url.path], in: folder) == "", "\(shell)")
        }
        for page in samples.manPages() {
            let url = folder.appending(path: page.name)
            try page.text.write(to: url, atomically: true, encoding: .utf8)
            #expect(try Self.run(["mandoc", "-T", "lint", url.path], in: folder) == "", "\(page.name)")
        }
    }

    @Test func `the overview lists commands by area, and says where to go on`() {
        #expect(
            samples.overview() == """
                mqtool 1.0: do things with brokers

                Usage: mqtool <command> [options]

                It talks to brokers. Brokers store messages.

                Messages: send them, find them, print them
                  sampleSend  Send a message

                Brokers: the servers that store messages
                  sampleList  List figures of brokers

                This tool
                  sampleRun   Run something

                Examples
                  mqtool sampleList -b x:1
                      list what a broker has

                More
                  mqtool help <command>     what a command does, its options, and examples
                  man mqtool                the manual: environment, files, exit statuses

                """)
    }

    @Test func `help shows what is required, what excludes what, and defaults`() throws {
        let help = samples.help(for: try samples.entry("sampleList"))
        #expect(help.hasPrefix("Usage: mqtool sampleList (-b <text> | -c <text>) [-s <number> | -a] [options]\n"))
        for line in [
            "  -b, --brokerAddr <text>    this broker (required: this or -c)\n",
            "  -a, --all                  however old (not together with -s)\n",
            "      --attributes <text>    attributes\n", "  -r, --retries <number>     how often to try (default: 3)\n",
            "Global options\n  -h, --help", "  mqtool sampleList -b 127.0.0.1:10911\n      one broker\n",
        ] { #expect(help.contains(line), "\(line)") }
    }

    @Test(arguments: [40, 60, 80, 132]) func `help is as wide as it may be`(width: Int) throws {
        for entry in samples.entries {
            for line in samples.help(for: entry, width: width).split(separator: "\n") where line.count > width {
                // A single word, or an example, which must stay on its line to be copied.
                #expect(!line.drop { $0 == " " }.contains(" ") || line.contains("mqtool") || line.contains("<"))
            }
        }
    }

    @Test func `a sound catalog has no flaws, and each flaw is named`() {
        #expect(samples.flaws() == [])
        let twice = Catalog(
            sampleTool, globals: SampleGlobals.self,
            [Entry(SampleRun.self), Entry(SampleRun.self), Entry(FlawedCommand.self)])
        #expect(
            Set(twice.flaws()) == [
                "two commands are called sampleRun", "two commands are called exec", "flawed: option -t twice",
                "flawed: help of --second is not one line", "flawed: example '--nope': unknown option '--nope'",
                "flawed: key kind is taken",
            ])
    }

    static func scratch() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// What a program prints, to either stream; `folder` is where it runs and where programs are looked for first.
    static func run(_ arguments: [String], in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let environment = ProcessInfo.processInfo.environment
        process.environment = environment.merging(["PATH": "\(folder.path):\(environment["PATH"] ?? "")"]) { $1 }
        let output = Pipe()
        (process.standardOutput, process.standardError, process.standardInput) = (output, output, nil)
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}

private struct FlawedCommand: Subcommand {
    static let about = About("flawed", .tool, "Break rules", examples: [Example("--nope", "an error")])
    @Option("t", "first", "first") var first: String?
    @Option("t", "other", "other") var other: String?
    @Option(nil, "second", "") var second: String?

    struct Row: TableRow {
        static let columns: [Column<Self>] = [Column(key: "kind") { _ in "x" }]
    }

    func run(in context: SampleContext) async throws -> Record<Row> { Record(Row()) }
}
