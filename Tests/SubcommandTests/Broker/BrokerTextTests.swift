import AdminClient
import AdminProtocol
import Glibc
import LooseJSON
import Testing

@testable import Subcommands

@Suite struct BrokerTextTests {
    private let peer = PeerAddress(host: "10.0.0.1", port: 10911)

    @Test func `banners tell a broker's part`() {
        let roles: [(BrokerMember.Role, String)] = [
            (.named, "10.0.0.1:10911"), (.master, "Master: 10.0.0.1:10911"),
            (.slave(of: "10.0.0.2:10911"), "My Master: 10.0.0.2:10911=====Slave: 10.0.0.1:10911"),
            (.slave(of: nil), "My Master: NO_MASTER=====Slave: 10.0.0.1:10911"),
        ]
        for (role, text) in roles {
            #expect(BrokerMember(address: peer, role: role).banner == "============\(text)============")
        }
    }

    @Test func `cold reads of a group have readable times, whatever the group's name`() throws {
        setenv("TZ", "UTC", 1)
        let info = try JSON(
            parsing: Array(
                #"{"runtimeTable":{"%RETRY%g":{"coldAcc":5,"lastColdReadTimeMills":0,"createTimeMills":1000}}}"#.utf8))
        let text = ColdDataFlow(member: BrokerMember(address: peer, role: .named), info: info).text
        #expect(text.hasPrefix(" ============10.0.0.1:10911============\n{\n\t\"runtimeTable\":{\n\t\t\"%RETRY%g\":{"))
        for line in [
            #""lastColdReadTimeFormat":"1970-01-01 00:00:00""#, #""createTimeFormat":"1970-01-01 00:00:01""#,
            #""coldAcc":5"#,
        ] { #expect(text.contains(line)) }
        #expect(!text.contains("Mills"))
    }

    @Test func `the epoch that is not over ends where the log does`() throws {
        let cache = try EpochCache(
            json: [
                "clusterName": "c", "brokerName": "b", "brokerId": 0, "maxOffset": 300,
                "epochList": [
                    ["epoch": 1, "startOffset": 0, "endOffset": 200],
                    ["epoch": 2, "startOffset": 200, "endOffset": 9_223_372_036_854_775_807],
                ],
            ])
        #expect(BrokerEpochs(address: "x", cache: cache).epochs.map(\.endOffset) == [200, 300])
    }

    @Test func `a broker without epochs has a block all the same`() throws {
        let cache = try EpochCache(
            json: ["clusterName": "c", "brokerName": "b", "brokerId": 1, "maxOffset": 0, "epochList": []])
        let text = "\n#clusterName\tc\n#brokerName\tb\n#brokerAddr\tx\n#brokerId\t1"
        #expect(BrokerEpochs(address: "x", cache: cache).text == text)
    }
}
