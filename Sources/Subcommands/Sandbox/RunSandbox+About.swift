import CommandKit

extension RunSandbox {
    static let about = About(
        "sandbox", .tool, "Run a cluster in this process, to try things on and to test with",
        discussion: """
            A name server and brokers that keep everything in memory, or with --data in a folder. When they are \
            ready, a line NAMESRV_ADDR=host:port is printed, and CONTROLLER_ADDR and CONTAINER_ADDR where there are \
            such; they run until interrupted. With -- and a command, the command runs with these variables set, and its exit status \
            is this program's: one line gives a CI job a cluster.

            With an action it speaks to a sandbox that runs, which -n or NAMESRV_ADDR names. fault add makes its servers \
            do something wrong from then on, fault list says what, fault remove and fault clear end it. kill ends a \
            broker or controller as kill -9 does, and start brings it back with what it had stored.

            With --tls the servers speak TLS, too; lines MQADMIN_TLS_CA=file and the like tell of the files for clients. \
            With --acl brokers let nobody in who does not sign; lines ROCKETMQ_ACL_ACCESS_KEY=name and \
            ROCKETMQ_ACL_SECRET_KEY=secret tell of an account that may do everything.
            """,
        examples: [
            Example("", "one broker, the name server on port 9876"),
            Example("--masters 2 --slaves 1 --topics T:8,ORDER:4", "a larger one, with two topics"),
            Example("--slaves 2 --controllers 1", "controllers choose the master of each group"),
            Example("--dledger 3", "a DLedger group, which elects its master"),
            Example("--broker-conf broker-a.properties,broker-a-s.properties", "brokers as RocketMQ is configured"),
            Example("--server-version 4.9.8", "servers that know and write what those of 4.9.8 do"),
            Example("--brokers 1000 --synthetic topics=10000,groups=5000,lag=random", "one to see how tools cope"),
            Example("--tls=enforcing --tls-dir /tmp/tls", "one that is spoken to by TLS only"),
            Example("--data /tmp/mq --flush sync --retain 1h,1GB", "one that goes on after a restart"),
            Example("--acl --tls", "one with users and permissions, over TLS"),
            Example("--port 0 -- mqadmin clusterList", "run one command on a cluster of its own"),
            Example("kill broker-a", "the master dies"),
            Example("fault add --code GET_ROUTEINFO_BY_TOPIC --delay 2s --times 3", "three routes come late"),
            Example("fault add --server broker-a --refuse SYSTEM_BUSY", "a broker refuses whatever it is asked"),
        ], statuses: [.notFound: "The sandbox has no such server or fault."], isLocal: true)
}
