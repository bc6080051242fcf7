import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Remoting
import Synchronization
import Testing

@testable import Subcommands

@Suite struct WireLogTests {
    private let broker = PeerAddress(host: "127.0.0.1", port: 10911)

    private func lines(_ frames: Frame...) -> [String] {
        let told = Mutex<[String]>([])
        let log = WireLog(telling: { line in told.withLock { $0.append(line) } }, clock: WallClock { 0 })
        frames.forEach { log.note(broker, $0) }
        return told.withLock(\.self)
    }

    private func response(to request: Frame, code: Int = 0, remark: String? = nil, body: String = "") -> Frame {
        var frame = Frame(code: code, opaque: request.opaque)
        (frame.kind, frame.remark, frame.body) = (.response, remark, Array(body.utf8))
        return frame
    }

    @Test func `a request and its response are told with names, fields and bodies`() {
        var request = Frame(code: 105, opaque: 7)
        request.fields = ["topic": "T", "acceptStandardJsonOnly": "true"]
        let told = lines(request, response(to: request, code: 17, remark: "no\u{1b}[2J route", body: #"{0:"a"}"#))
        #expect(told[0].hasSuffix("> 127.0.0.1:10911 #7 GET_ROUTEINFO_BY_TOPIC (105)"))
        #expect(told[1...2] == ["    acceptStandardJsonOnly: true", "    topic: T"])
        #expect(told[3].hasPrefix(told[0].prefix(12)) && told[3].hasSuffix(" ms"))
        #expect(told[3].contains("< 127.0.0.1:10911 #7 TOPIC_NOT_EXIST (17) to GET_ROUTEINFO_BY_TOPIC (105) after"))
        #expect(
            told[4...] == [
                #"    remark: no\x1b[2J route"#, "    body: 7 bytes", "      {", #"        "0": "a""#, "      }",
            ])
    }

    @Test func `a response that nobody asked for is told as such`() {
        #expect(lines(response(to: Frame(code: 1, opaque: 9)))[0].hasSuffix("SUCCESS (0), which nobody waits for"))
    }

    @Test func `bytes that are no text are told as bytes, and a message as a line`() throws {
        let request = Frame(code: 11, opaque: 1)
        var answer = response(to: request)
        answer.body = [0, 255, 16]
        #expect(lines(request, answer).suffix(2) == ["    body: 3 bytes", "      00 ff 10"])
    }

    @Test func `secrets are hidden in fields, in JSON, and in properties`() {
        var frame = Frame(code: 3001, opaque: 1)
        frame.fields = ["AccessKey": "alice", "Signature": "c2ln", "SecurityToken": "tok", "username": "bob"]
        frame.body = Array(#"{"username":"bob","password":"pw","more":[{"secretKey":"sk"}]}"#.utf8)
        let shown = Redaction.redacted(frame)
        #expect(shown.fields["AccessKey"] == "alice" && shown.fields["Signature"] == Redaction.mark)
        #expect(shown.fields["SecurityToken"] == Redaction.mark)
        let body = String(decoding: shown.body, as: UTF8.self)
        #expect(!body.contains("pw") && !body.contains("sk") && body.contains("bob"))
        frame.body = Array("brokerName=a\ninnerClientAuthenticationCredentials={\"secretKey\":\"sk\"}\nx=1".utf8)
        let text = String(decoding: Redaction.redacted(frame).body, as: UTF8.self)
        #expect(text == "brokerName=a\ninnerClientAuthenticationCredentials=<redacted>\nx=1")
    }

    @Test func `a body without secrets is kept byte by byte`() {
        var frame = Frame(code: 0, opaque: 1)
        for body in [#"{ 0:"a", "x" : 1.50 }"#, "a=b\n\n=c", ""] {
            frame.body = Array(body.utf8)
            #expect(Redaction.redacted(frame).body == frame.body)
        }
    }

    @Test func `a line's secrets are hidden`() {
        #expect(
            catalog.hidingSecrets(in: ["createUser", "-u", "bob", "-p", "pw", "-b", "h:1"])
                == ["createUser", "-u", "bob", "-p", "***", "-b", "h:1"])
        #expect(
            catalog.hidingSecrets(in: ["createUser", "--password=pw", "--password-file", "f"])
                == ["createUser", "--password=***", "--password-file", "f"])
        #expect(catalog.hidingSecrets(in: ["updateTopic", "-p", "6"]) == ["updateTopic", "-p", "6"])
    }
}
