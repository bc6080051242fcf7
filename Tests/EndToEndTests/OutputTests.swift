import Foundation
import LooseJSON
import PeerSupport
import Testing

extension EndToEnd {
    @Suite struct OutputTests {
        private static let hostile = #"T\u001b[31m\u0000\u009bx\r\n\u202e"#

        @Test func `control characters from the network are escaped, but for --raw`() throws {
            try withPeers([nameServer(topics: [Self.hostile])]) { peers in
                let safe = try await Run.mqadmin("topicList", "-n", peers[0].text)
                expectSuccess(safe)
                let isBad = { (scalar: Unicode.Scalar) in
                    scalar != "\n" && scalar.properties.generalCategory == .control
                }
                #expect(!safe.text.unicodeScalars.contains(where: isBad), "\(safe.text.debugDescription)")
                let raw = try await Run.mqadmin("topicList", "-n", peers[0].text, "--raw")
                #expect(raw.text.contains("\u{1b}[31m"))
            }
        }

        @Test func `control characters of an error from the network are escaped`() throws {
            let remark = "no\u{1b}[2J topic \u{7} here\r\u{9b}31m"
            try withPeers([ScriptedPeer.answering { $0.answer(code: 17, remark: remark) }]) { peers in
                for more in [[], ["--verbose"]] {
                    let run = try await Process.start(["topicRoute", "-t", "T", "-n", peers[0].text] + more)
                        .finish(within: .seconds(20))
                    #expect(run.status == 4)
                    let isBad = { (scalar: Unicode.Scalar) in
                        scalar != "\n" && scalar.properties.generalCategory == .control
                    }
                    #expect(!run.errors.unicodeScalars.contains(where: isBad), "\(run.errors.debugDescription)")
                }
            }
        }

        @Test(arguments: [
            "topicList", "topicList -c", "clusterList", "clusterList -m", "consumerProgress", "topicRoute -t TopicTest",
        ])
        func `JSON is JSON`(_ line: String) throws {
            try withSandbox { address in
                let arguments = line.split(separator: " ").map(String.init)
                let run = try await Process.start(arguments + ["-n", address, "--json"]).finish(within: .seconds(20))
                expectSuccess(run)
                let value = try run.json()
                #expect(value["kind"]?.string == arguments[0])
                #expect(value["errors"] == nil)
            }
        }

        @Test func `a partial answer is drawn, and its errors stand in the JSON`() throws {
            let info = #"{"table":{"brokerVersionDesc":"V5_3_3","runtime":"[ 0 days ]"}}"#
            let broker = ScriptedPeer.answering { $0.answer(body: Array(info.utf8)) }
            try withCluster([broker, ScriptedPeer.hanging]) { names, peers in
                let line = ["clusterList", "-n", names, "--timeout", "400ms"]
                let run = try await Process.start(line + ["--json"]).finish(within: .seconds(20))
                #expect(run.status == 3)
                #expect(run.errorLines.count == 1 && run.errors.contains(peers[1].text), "\(run.errors)")
                let value = try run.json()
                #expect(value["items"]?.array?.count == 2)
                let errors = try #require(value["errors"]?.array)
                #expect(errors.count == 1)
                #expect(errors[0]["target"]?.string?.contains(peers[1].text) == true)
                #expect(errors[0]["message"]?.string?.contains("400 ms") == true)
                let text = try await Process.start(line).finish(within: .seconds(20))
                #expect(text.status == 3 && text.errorLines.count == 1 && text.text.contains(peers[0].text))
                #expect(text.duration < .seconds(4))
            }
        }

        @Test(arguments: ["json", "jsonl", "yaml", "csv", "text"])
        func `every format draws every topic`(_ format: String) throws {
            let topics = (0..<3000).map { "Topic\($0)" }
            try withPeers([nameServer(topics: topics)]) { peers in
                let run = try await Run.mqadmin("topicList", "-n", peers[0].text, "--output", format)
                expectSuccess(run)
                #expect(run.text.contains("Topic0") && run.text.contains("Topic2999"))
                #expect(run.output.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ",") } >= 2999)
            }
        }

        @Test func `a failure leaves standard output empty in JSON too`() throws {
            try onLoop {
                expectFailure(try await Run.mqadmin("topicList", "-n", deadAddress, "--json"), status: 5)
            }
        }
    }
}

extension Run {
    /// What was printed, by this project's parser; what a stricter one would refuse is an error.
    func json() throws -> JSON {
        _ = try JSONSerialization.jsonObject(with: Data(output))
        return try JSON(parsing: output)
    }
}
