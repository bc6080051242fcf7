import AdminProtocol
import Foundation
import Testing

@Suite struct ServerVersionTests {
    @Test func `every number has the name that RocketMQ gives it`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/versions.txt")
        let names = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(names.count == 613)
        for (number, name) in names.enumerated() {
            #expect(ServerVersion(rawValue: number).name == name, "\(number)")
        }
    }

    @Test func `numbers beyond the table have its last name, and those below zero its first`() {
        #expect(ServerVersion(rawValue: 613).name == "HIGHER_VERSION")
        #expect(ServerVersion(rawValue: .max).name == "HIGHER_VERSION")
        #expect(ServerVersion(rawValue: -1).name == "V3_0_0_SNAPSHOT")
        #expect(ServerVersion(rawValue: .min).name == "V3_0_0_SNAPSHOT")
    }

    @Test func `the versions that the code names are those`() {
        #expect(ServerVersion.v4_9_8.name == "V4_9_8")
        #expect(ServerVersion.v5_3_3.name == "V5_3_3")
    }
}
