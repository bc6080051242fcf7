import AdminProtocol
import CommandKit
import Glibc
import LooseJSON
import Testing

@testable import Subcommands

@Suite struct ExportTests {
    private func export(topics: JSON, groups: JSON) throws -> MetadataExport {
        MetadataExport(
            topics: try ExportedTopicConfigs(json: ["dataVersion": ["counter": 1], "topicConfigTable": topics]),
            groups: try ExportedSubscriptionGroups(json: ["subscriptionGroupTable": groups]))
    }

    @Test func `queues of several brokers add up, and the last broker's settings hold`() throws {
        let first = try export(
            topics: ["T": ["perm": 6, "readQueueNums": 4, "writeQueueNums": 8], "Z": ["readQueueNums": 1]],
            groups: ["G": ["retryQueueNums": 1]])
        let second = try export(
            topics: ["T": ["perm": 4, "readQueueNums": 4, "writeQueueNums": 2], "A": ["readQueueNums": 2]],
            groups: ["G": ["retryQueueNums": 1]])
        let whole = MetadataExport(merging: [first, second]).tables(at: 1_795_171_932_206)
        #expect(whole["exportTime"]?.int == 1_795_171_932_206)
        #expect(whole["topicConfigTable"]?.members?.map(\.key) == ["A", "T", "Z"])
        #expect(whole["topicConfigTable"]?["T"] == ["perm": 4, "readQueueNums": 8, "writeQueueNums": 10])
        #expect(whole["subscriptionGroupTable"]?["G"]?["retryQueueNums"]?.int == 2)
        #expect(whole["dataVersion"] == nil)
    }

    @Test func `one broker's tables stay as they are`() throws {
        let export = try export(topics: ["T": ["new": true]], groups: ["G": [:]])
        let tables = MetadataExport(merging: [export]).tables
        #expect(tables["topicConfigTable"]?["T"] == ["new": true])
        #expect(tables["dataVersion"]?["counter"]?.int == 1)
    }

    @Test func `an export below /tmp is for the user only`() async throws {
        try await withTemporaryFolder { folder in
            let path = try ExportFolder(argument: " \(folder)/new ").write(["a": 1], named: "a.json")
            #expect(path == "\(folder)/new/a.json")
            #expect(text(of: path) == "{\n\t\"a\":1\n}")
            var status = stat()
            #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
            #expect(stat("\(folder)/new", &status) == 0 && status.st_mode & 0o777 == 0o700)
        }
    }

    @Test func `an export does not follow a link that somebody left`() async throws {
        try await withTemporaryFolder { folder in
            #expect(symlink("/etc", "\(folder)/link") == 0)
            let target = try ExportFolder(argument: "\(folder)/link")
            #expect(throws: FileError.self) { try target.write(["a": 1], named: "a.json") }
        }
    }

    @Test func `a file that is replaced stays as a backup`() async throws {
        try await withTemporaryFolder { folder in
            for content in ["one", "two", "three"] {
                try PlainFile.write(Array(content.utf8), to: "\(folder)/a/b/file", keepingBackup: true)
            }
            #expect(text(of: "\(folder)/a/b/file") == "three")
            #expect(text(of: "\(folder)/a/b/file.bak") == "two")
        }
    }

    @Test func `stores are named in a list`() throws {
        #expect(try StoreKinds(argument: "topics;;ConsumerOffsets;").kinds == [.topics, .consumerOffsets])
        #expect(throws: MalformedValue.self) { try StoreKinds(argument: "topics;queues") }
        #expect(throws: MalformedValue.self) { try StoreKinds(argument: ";") }
    }
}
