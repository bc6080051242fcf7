import AdminClient
import CommandKit
import Glibc
import LooseJSON
import Subcommands
import Testing

@Suite(.serialized) struct QueryMsgByIdTests {
    private static let folder = "/tmp/rocketmq/msgbodys"

    /// Sends a message, and returns both its ids.
    private func send(_ bench: Bench, _ body: String = "hello") async throws -> (offset: String, unique: String) {
        let json = try await bench.run("sendMessage -t TopicTest -k K1 -c TagA -b broker-a -i 1 --json -p", body).json()
        let row = try #require(json["items"]?.array?.first)
        return (try #require(row["offsetMsgId"]?.string), try #require(row["msgId"]?.string))
    }

    @Test func `a message is found by either id, and told in Java's words`() throws {
        try Bench.with { bench async throws in
            let ids = try await send(bench)
            for id in [ids.offset, ids.unique] {
                let outcome = try await bench.run("queryMsgById -t TopicTest -i \(id)")
                for line in [
                    "OffsetID:            \(ids.offset)", "Topic:               TopicTest",
                    "Tags:                [TagA]", "Keys:                [K1]", "Queue ID:            1",
                    "Queue Offset:        0", "CommitLog Offset:    0", "Reconsume Times:     0",
                    "Message Body Path:   \(Self.folder)/\(ids.unique)", "WARN: No Consumer",
                ] { #expect(outcome.lines.contains(Substring(line)), "\(line) in \(outcome.text)") }
            }
        }
    }

    @Test func `JSON has the message's fields and body`() throws {
        try Bench.with { bench async throws in
            let ids = try await send(bench, "héllo")
            let json = try await bench.run("queryMsgById -t TopicTest --json -i \(ids.offset)").json()
            let item = try #require(json["items"]?.array?.first)
            #expect(item["msgId"]?.string == ids.unique && item["offsetMsgId"]?.string == ids.offset)
            #expect(item["topic"]?.string == "TopicTest" && item["queueId"]?.int == 1)
            #expect(item["properties"]?["KEYS"]?.string == "K1")
            #expect(item["body"]?.string == "héllo" && item["bodyBase64"].map { $0 == .null } ?? true)
            #expect(item["tracks"]?.array?.isEmpty == true)
        }
    }

    @Test func `several ids are found together, and those that are missing are failures`() throws {
        try Bench.with { bench async throws in
            let (one, two) = (try await send(bench, "one"), try await send(bench, "two"))
            let outcome = try await bench.run("queryMsgById -t TopicTest --json -i \(one.offset),nope,\(two.unique)")
            let json = try outcome.json()
            #expect(json["items"]?.array?.compactMap { $0["body"]?.string } == ["one", "two"])
            #expect(json["errors"]?.array?.count == 1 && outcome.failures.map(\.target) == ["nope"])
        }
    }

    @Test(arguments: ["nope", "7F00000100002A9F00000000000003E8", "00000000000000000000000000000000"])
    func `a message that is not there is not found`(_ id: String) throws {
        try Bench.with { bench async throws in
            let error = await bench.failure("queryMsgById -t TopicTest -i \(id)")
            #expect(error is NotFoundError, "\(String(describing: error))")
        }
    }

    @Test func `an offset where no message begins is not found`() throws {
        try Bench.with { bench async throws in
            let ids = try await send(bench)
            let wrong = ids.offset.dropLast() + "7"
            let error = await bench.failure("queryMsgById -t TopicTest -i \(wrong)")
            #expect(error != nil)
        }
    }

    @Test func `a body is printed where that is asked for`() throws {
        try Bench.with { bench async throws in
            let ids = try await send(bench, "hello there")
            let outcome = try await bench.run("queryMsgById -t TopicTest -f UTF-8 -i \(ids.offset)")
            #expect(outcome.lines.contains("Message Body:        hello there"))
        }
    }

    @Test func `a message is sent once more, under its own id`() throws {
        try Bench.with { bench async throws in
            let ids = try await send(bench)
            let outcome = try await bench.run("queryMsgById -t TopicTest -s true -i \(ids.offset)")
            #expect(
                outcome.text.hasPrefix("prepare resend msg. originalMsgId=\(ids.offset)SendResult [sendStatus=SEND_OK"))
            #expect(outcome.text.contains("msgId=\(ids.unique)"))
        }
    }

    @Test func `a client that is not there cannot be given a message`() throws {
        try Bench.with { bench async throws in
            let ids = try await send(bench)
            #expect(await bench.failure("queryMsgById -t TopicTest -g G -d c1 -i \(ids.offset)") is BrokerError)
            #expect(await bench.failure("queryMsgById -t TopicTest -g G -i \(ids.offset)") is UsageError)
            #expect(await bench.failure("queryMsgById -t TopicTest -i ,") is UsageError)
        }
    }
}

extension QueryMsgByIdTests {
    @Test func `a body is saved for the user alone, in a folder of the same kind`() throws {
        try Bench.with { bench async throws in
            let ids = try await send(bench, "secret")
            _ = try await bench.run("queryMsgById -t TopicTest -i \(ids.offset)")
            var status = stat()
            let path = "\(Self.folder)/\(ids.unique)"
            try #require(lstat(path, &status) == 0)
            #expect(status.st_mode & 0o7777 == 0o600 && status.st_size == 6)
            unlink(path)
        }
    }

    @Test func `a link in the place of the file is replaced, not followed`() throws {
        try Bench.with { bench async throws in
            let ids = try await send(bench, "secret")
            _ = try await bench.run("queryMsgById -t TopicTest -i \(ids.offset)")
            let path = "\(Self.folder)/\(ids.unique)"
            let victim = "/tmp/mqadmin-test-victim-\(getpid())"
            let file = open(victim, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
            close(file)
            unlink(path)
            try #require(symlink(victim, path) == 0)
            _ = try await bench.run("queryMsgById -t TopicTest -i \(ids.offset)")
            var (at, behind) = (stat(), stat())
            try #require(lstat(path, &at) == 0 && stat(victim, &behind) == 0)
            #expect(at.st_mode & S_IFMT == S_IFREG && at.st_size == 6)
            #expect(behind.st_size == 0, "the link was followed")
            unlink(path)
            unlink(victim)
        }
    }
}
