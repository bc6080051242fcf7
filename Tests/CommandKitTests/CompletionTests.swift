import CommandKit
import Foundation
import Testing

/// The completions, sourced by the shells themselves; a script stands in for the tool.
@Suite struct CompletionTests {
    private static let names = "%RETRY%G TopicTest 'Evil$(touch pwned)'"

    @Test(arguments: [
        ("mqtool sam", ["sampleList", "sampleRun", "sampleSend"]),
        ("mqtool -n x:1 sampleL", ["sampleList"]),
        ("mqtool sampleSend -t ", ["%RETRY%G", "TopicTest", #"Evil\$\(touch\ pwned\)"#]),
        ("mqtool sampleSend --topic=T", ["TopicTest"]),
        ("mqtool sampleSend -f kit.", ["kit.txt"]),
        ("mqtool sampleList --output=j", ["json", "jsonl"]),
        ("mqtool --output y", ["yaml"]),
        ("mqtool sampleList -o ", ["true", "false"]),
        ("mqtool sampleList --re", ["--retries"]),
        ("mqtool sampleList -i ", []),
        ("mqtool sampleSend -bn ", []),
        ("mqtool nope -", []),
    ]) func `bash offers what fits`(line: String, offers: [String]) throws {
        let script = """
            source ./mqtool.bash
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<<"$1"
            _mqtool
            for reply in "${COMPREPLY[@]}"; do echo "$reply"; done
            """
        let output = try complete(.bash, named: "mqtool.bash", ["bash", "-c", script, "-", line])
        #expect(output == offers)
    }

    @Test(arguments: [
        ("mqtool sam", ["sampleList", "sampleRun", "sampleSend"]),
        ("mqtool -n x:1 sampleL", ["sampleList"]),
        ("mqtool sampleSend -t ", ["%RETRY%G", "Evil$(touch pwned)", "TopicTest"]),
        ("mqtool sampleSend -f kit.", ["kit.txt"]),
        ("mqtool sampleList --output ", ["csv", "json", "jsonl", "text", "yaml"]),
        ("mqtool sampleList -o ", ["false", "true"]),
        ("mqtool sampleList --re", ["--retries"]),
        ("mqtool sampleList -i ", []),
    ]) func `fish offers what fits`(line: String, offers: [String]) throws {
        let script = "source ./mqtool.fish; complete -C '\(line)'"
        let output = try complete(.fish, named: "mqtool.fish", ["fish", "-c", script])
        #expect(output.map { String($0.prefix { $0 != "\t" }) } == offers)
    }

    /// The lines that a shell prints in a folder with the completions, a file and the stand-in, which leads the PATH.
    private func complete(_ shell: Shell, named name: String, _ command: [String]) throws -> [String] {
        let folder = try DocumentTests.scratch()
        defer { try? FileManager.default.removeItem(at: folder) }
        let tool = folder.appending(path: "mqtool")
        let script =
            "#!/bin/sh\n[ \"$1 $2 $3\" = '__complete topic --' ] && printf '%s\\n' \(Self.names)\necho noise >&2\n"
        try script.write(to: tool, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
        try "".write(to: folder.appending(path: "kit.txt"), atomically: true, encoding: .utf8)
        let file = folder.appending(path: name)
        try samples.completions(for: shell).text.write(to: file, atomically: true, encoding: .utf8)
        let output = try DocumentTests.run(command, in: folder)
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "pwned").path))
        return output.split(separator: "\n").map(String.init)
    }
}
