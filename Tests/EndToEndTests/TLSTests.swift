import Foundation
import PeerSupport
import Testing

extension EndToEnd {
    @Suite struct TLSTests {
        /// Runs a shell script on a sandbox that speaks TLS; `mqadmin` is the binary.
        private func onSandbox(_ options: String..., script: String) async throws -> Run {
            let script = "mqadmin() { '\(Process.binary)' \"$@\"; }\n\(script)"
            return try await Process.start(["sandbox", "--port", "0"] + options + ["--", "sh", "-c", script]).finish(
                within: .seconds(40))
        }

        @Test func `commands of a sandbox with TLS talk TLS at once, and its files are gone afterwards`() throws {
            try onLoop {
                let run = try await onSandbox(
                    "--tls=enforcing", "--masters", "2", "--topics", "T:2",
                    script: """
                        set -e
                        mqadmin updateTopic -t U -c DefaultCluster >/dev/null
                        mqadmin sendMessage -t T -p hello >/dev/null
                        mqadmin topicList | grep -x U
                        stat -c %a "$(dirname "$MQADMIN_TLS_CA")" "$MQADMIN_TLS_CA"
                        echo "$MQADMIN_TLS_CA"
                        """)
                expectSuccess(run)
                let lines = run.text.split(separator: "\n")
                #expect(lines.prefix(3) == ["U", "700", "600"])
                #expect(!FileManager.default.fileExists(atPath: String(lines.last ?? "/")))
                let folder = (lines.last ?? "").split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
                #expect(folder.hasPrefix("/tmp/mqadmin-tls-") && !FileManager.default.fileExists(atPath: folder))
            }
        }

        @Test func `a server that is not trusted is unreachable, and --verbose says what OpenSSL says`() throws {
            try onLoop {
                let run = try await onSandbox(
                    "--tls", script: "unset MQADMIN_TLS_CA; mqadmin topicList; echo $?; mqadmin topicList --verbose")
                #expect(run.status == 5 && run.text == "5\n")
                #expect(run.errorLines.count == 3, "\(run.errors)")
                #expect(run.errorLines.first?.contains("--tls-ca") == true)
                #expect(run.errorLines.last?.contains("certificate verify failed") == true)
            }
        }

        @Test func `the wrong name, no client certificate, and no TLS at all are told apart`() throws {
            try onLoop {
                let run = try await onSandbox(
                    "--tls=enforcing", "--tls-client-auth",
                    script: """
                        mqadmin topicList >/dev/null && echo $?
                        mqadmin topicList --tls-server-name mq.example; echo $?
                        (unset MQADMIN_TLS_CERT MQADMIN_TLS_KEY; mqadmin topicList; echo $?)
                        MQADMIN_TLS=false mqadmin topicList; echo $?
                        """)
                #expect(run.text == "0\n5\n5\n1\n")
                let words = ["not for 'mq.example'", "wants a client certificate", "use --tls"]
                #expect(run.errorLines.count == 3, "\(run.errors)")
                for (line, word) in zip(run.errorLines, words) { #expect(line.contains(word), "\(line)") }
            }
        }

        @Test func `--tls-insecure talks to anybody, and warns`() throws {
            try onLoop {
                let run = try await onSandbox("--tls", script: "unset MQADMIN_TLS_CA; mqadmin topicList --tls-insecure")
                #expect(run.status == 0)
                #expect(run.errorLines.count == 1 && run.errors.contains("--tls-insecure"), "\(run.errors)")
            }
        }

        @Test func `a context asks for TLS by its file, wherever one is`() throws {
            try onLoop {
                let run = try await onSandbox(
                    "--tls=enforcing",
                    script: """
                        set -e
                        export HOME="$(dirname "$MQADMIN_TLS_CA")/home"; mkdir "$HOME"; cd "$(dirname "$MQADMIN_TLS_CA")"
                        mqadmin config set box -n "$NAMESRV_ADDR" --tls-ca ca.pem >/dev/null
                        unset MQADMIN_TLS MQADMIN_TLS_CA NAMESRV_ADDR
                        cd /; mqadmin topicList --context box >/dev/null; echo $?; rm -r "$HOME"
                        """)
                expectSuccess(run)
                #expect(run.text == "0\n")
            }
        }

        @Test func `a file that is of no use is named, with its option`() throws {
            try onLoop {
                for (arguments, words) in [
                    (["--tls-ca", "/nowhere.pem"], "--tls-ca: /nowhere.pem: No such file"),
                    (["--tls-ca", "/dev/null"], "no certificate in PEM"),
                    (["--tls-cert", "/etc/hostname"], "--tls-cert: /etc/hostname: holds no certificate"),
                    (["--tls-key", "/etc/hostname"], "use --tls-cert"),
                ] {
                    let run = try await Process.start(["topicList", "-n", deadAddress] + arguments).finish(
                        within: .seconds(20))
                    expectFailure(run, status: 2, saying: words)
                }
            }
        }

        @Test func `an alert in answer to a plain request points to --tls`() throws {
            try withPeers([ScriptedPeer.sending([21, 3, 3, 0, 2, 2, 10])]) { peers in
                let run = try await Run.mqadmin("topicList", "-n", peers[0].text)
                expectFailure(run, status: 1, saying: peers[0].text, "use --tls")
            }
        }

        @Test func `a handshake that hangs ends with the deadline`() throws {
            try withPeers([ScriptedPeer.hanging]) { peers in
                let run = try await Run.mqadmin(
                    "topicList", "-n", peers[0].text, "--tls", "--timeout", "300ms")
                expectFailure(run, status: 7, saying: peers[0].text, "no handshake within 300 ms")
            }
        }

        @Test func `--tls-dir keeps the files, and what makes no sense is refused`() throws {
            try onLoop {
                let folder = "/tmp/mqadmin-test-\(UUID().uuidString)"
                defer { try? FileManager.default.removeItem(atPath: folder) }
                let run = try await onSandbox(
                    "--tls", "--tls-dir", folder, script: "test \"$MQADMIN_TLS_CA\" = '\(folder)/ca.pem'")
                #expect(run.status == 0, "\(run.errors)")
                #expect(FileManager.default.fileExists(atPath: "\(folder)/ca.pem"))
                for (arguments, words) in [
                    (["--tls-dir", "x"], "--tls-dir needs --tls"), (["--tls=never"], "'never'"),
                    (["--tls", "--tls-ca", "\(folder)/ca.pem"], "--tls-ca is of no use here"),
                ] {
                    let run = try await Process.start(["sandbox"] + arguments).finish(within: .seconds(20))
                    expectFailure(run, status: 2, saying: words)
                }
            }
        }
    }
}
