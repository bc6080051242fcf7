import Foundation
import LooseJSON
import Testing

extension EndToEnd {
    @Suite struct WireTests {
        @Test func `what goes over the wire is shown on standard error, and leaves standard output alone`() throws {
            try withSandbox { address in
                let plain = try await Run.mqadmin("topicList", "-n", address)
                let traced = try await Run.mqadmin("topicList", "-n", address, "--trace-wire")
                #expect(traced.status == 0 && traced.text == plain.text)
                #expect(traced.errors.contains("> \(address) #1 GET_ALL_TOPIC_LIST_FROM_NAMESERVER (206)"))
                #expect(traced.errors.contains("SUCCESS (0) to GET_ALL_TOPIC_LIST_FROM_NAMESERVER (206) after "))
            }
        }

        @Test func `a recorded run gives the same when it is replayed`() throws {
            let folder = try FileManager.default.url(
                for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: URL(filePath: "/tmp"), create: true
            )
            defer { try? FileManager.default.removeItem(at: folder) }
            let file = folder.appending(path: "run.json").path
            try withSandbox { address in
                let recorded = try await Run.mqadmin(
                    "clusterList", "--json", "--trace-wire=\(file)", environment: ["NAMESRV_ADDR": address])
                expectSuccess(recorded)
                let recording = try JSON(parsing: Data(contentsOf: URL(filePath: file)))
                #expect(recording["argv"]?.array?.compactMap(\.string) == ["clusterList", "--json", "-n", address])
                #expect(recording["stdout"]?.string == recorded.text && recording["exit"]?.int == 0)
                let replayed = try await Run.mqadmin("replay", file, "--", Process.binary, "clusterList", "--json")
                expectSuccess(replayed)
                #expect(replayed.text == recorded.text)
                let other = try await Run.mqadmin("replay", file, "--", Process.binary, "topicList")
                #expect(other.status == 1 && other.errors.contains("no such exchange was recorded"))
            }
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }

        @Test func `a file that is no recording is refused, and so is a folder that is not there`() throws {
            try onLoop {
                let missing = try await Run.mqadmin("replay", "/nowhere/run.json", "--", "true")
                expectFailure(missing, status: 1, saying: "/nowhere/run.json")
                let strange = try await Run.mqadmin("replay", "/etc/hostname", "--", "true")
                expectFailure(strange, status: 2, saying: "/etc/hostname is no recording")
                let nothing = try await Run.mqadmin("replay", "/etc/hostname")
                expectFailure(nothing, status: 2, saying: "--")
            }
            try withSandbox { address in
                let run = try await Run.mqadmin("topicList", "-n", address, "--trace-wire=/proc/run.json")
                #expect(run.status == 0 && run.errors.contains("cannot write /proc/run.json"))
            }
        }
    }
}
