import PeerSupport
import Remoting
import Testing

extension EndToEnd {
    /// Bad input of names: what the cluster does not have.
    @Suite struct NotFoundTests {
        @Test(arguments: [
            ["topicRoute", "-t", "Nope"], ["deleteTopic", "-t", "Nope", "-c", "DefaultCluster"],
            ["consumerProgress", "-g", "Nope"], ["clusterList", "-c", "Nope"],
            ["updateTopic", "-t", "T", "-c", "Nope"],
            ["queryMsgById", "-t", "Nope", "-i", "7F0000010000000100000000000000AA"],
            ["sendMessage", "-t", "TopicTest", "-p", "x", "-b", "nope"],
            ["sendMessage", "-t", "TopicTest", "-p", "x", "-b", "broker-a", "-i", "99"],
        ])
        func `a topic, group, cluster, broker or queue that does not exist`(_ arguments: [String]) throws {
            try withSandbox { address in
                let run = try await Process.start(arguments + ["-n", address]).finish(within: .seconds(20))
                expectFailure(run, status: 4)
            }
        }

        @Test(arguments: ["1234", "7F00000100002A9F00000000000003E", "7F00000100002A9F00000000000003E8A", "zz", "é"])
        func `a message id of the wrong length`(_ id: String) throws {
            try withSandbox { address in
                let run = try await Run.mqadmin("queryMsgById", "-n", address, "-t", "TopicTest", "-i", id)
                expectFailure(run, status: 4, saying: "'\(id)'")
            }
        }

        @Test(arguments: [
            "7F000001000100000000000000000000", "7F00000100000000000000000000000A", "7F000001FFFFFFFF0000000000000000",
        ])
        func `a message id with a port out of range`(_ id: String) throws {
            try withSandbox { address in
                let run = try await Run.mqadmin("queryMsgById", "-n", address, "-t", "TopicTest", "-i", id)
                expectFailure(run, status: 4, saying: id)
                let old = try await Run.mqadmin("queryMsgById", "-n", address, "-i", id, "--compat", "4.9")
                expectFailure(old, status: 2, saying: id, "not a message id")
            }
        }

        @Test func `a message id that leads to a broker nobody has registered`() throws {
            try withSandbox { address in
                let run = try await Run.mqadmin(
                    "queryMsgById", "-n", address, "-t", "TopicTest", "-i", "01020304000050000000000000000000")
                expectFailure(run, status: 4)
            }
        }

        @Test func `no cluster is named, and there are several, or none`() throws {
            let cluster = #"{"brokerAddrs":{"0":"127.0.0.1:1"},"brokerName":"b","cluster":"A"}"#
            let two = #"{"brokerAddrTable":{"b":\#(cluster)},"clusterAddrTable":{"B":["b"],"A":["b"]}}"#
            try withPeers([ScriptedPeer.answering { $0.answer(body: Array(two.utf8)) }]) { peers in
                let run = try await Run.mqadmin("updateTopic", "-n", peers[0].text, "-t", "T")
                expectFailure(run, status: 2, saying: "A, B", "-c")
            }
            try withPeers([nameServer()]) { peers in
                let run = try await Run.mqadmin("updateTopic", "-n", peers[0].text, "-t", "T")
                expectFailure(run, status: 4)
            }
        }

        @Test(arguments: ["Topic:T", "Queue:T"])
        func `a rule that cannot be is a failure, and no denial`(_ resource: String) throws {
            try withSandbox { address in
                let run = try await Run.mqadmin(
                    "createAcl", "-n", address, "-c", "DefaultCluster", "-s", "User:nobody", "-r", resource, "-a",
                    "Pub",
                    "-d", "Allow")
                expectFailure(run, status: 1, saying: "[NO_PERMISSION (16)]\n")
            }
        }

        @Test func `a topic that the broker refuses`() throws {
            try withSandbox { address in
                let run = try await Run.mqadmin("updateTopic", "-n", address, "-t", "a b")
                expectFailure(run, status: 1, saying: "illegal characters")
            }
        }
    }
}
