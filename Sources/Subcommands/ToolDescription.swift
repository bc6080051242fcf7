internal import CommandKit

/// What `mqadmin` says of itself.
let tool = Tool(
    "mqadmin", "Administer Apache RocketMQ clusters",
    discussion: """
        mqadmin speaks RocketMQ's remoting protocol to name servers, brokers and controllers of RocketMQ 4.9 and 5.x. \
        It has the subcommands, options and texts of RocketMQ's own mqadmin, and adds output for programs, exit \
        statuses that tell the truth, and an embedded cluster to try things on.

        A name server knows which broker has which topic: give the address of one, or of several, with -n or in \
        NAMESRV_ADDR, or keep it in a context; see mqadmin help config. Option names may be shortened as long as they \
        stay unique.
        """,
    examples: [
        Example("sandbox", "start a cluster in this process, to play with"),
        Example("clusterList -n 127.0.0.1:9876", "see its brokers"),
        Example("updateTopic -n 127.0.0.1:9876 -t TopicTest", "create a topic"),
        Example("sendMessage -n 127.0.0.1:9876 -t TopicTest -p hello", "send a message to it"),
        Example("consumerProgress -n 127.0.0.1:9876 --json", "see who reads, for a program"),
    ],
    environment: [
        .init("NAMESRV_ADDR", "The name servers, where -n is not given: host:9876;host2:9876."),
        .init("MQADMIN_CONFIG", "The configuration file, in the place of the user's and of the project's."),
        .init("MQADMIN_CONTEXT", "The context that holds, where --context is not given."),
        .init("MQADMIN_TIMEOUT", "How long one request may take, where --timeout is not given."),
        .init("MQADMIN_OUTPUT", "How to draw results, where --output is not given."),
        .init("MQADMIN_ADDR_MAP", "Where brokers are reached, where --addr-map is not given."),
        .init("MQADMIN_TLS", "Whether to talk TLS, where --tls is not given: true or false."),
        .init("MQADMIN_TLS_CA", "The file of --tls-ca; as all of these, it asks for TLS unless MQADMIN_TLS is false."),
        .init("MQADMIN_TLS_CERT", "The file of --tls-cert, where it is not given."),
        .init("MQADMIN_TLS_KEY", "The file of --tls-key, where it is not given."),
        .init("MQADMIN_TLS_SERVER_NAME", "The name of --tls-server-name, where it is not given."),
        .init("MQADMIN_TLS_INSECURE", "Whether servers may be anybody, where --tls-insecure is not given."),
        .init("MQADMIN_COMPAT", "The edition of RocketMQ whose texts and options hold, 4.9 or 5; see --compat."),
        .init("ROCKETMQ_ACL_ACCESS_KEY", "The access key that signs every request, together with the next one."),
        .init("ROCKETMQ_ACL_SECRET_KEY", "The secret key that signs every request."),
        .init("ROCKETMQ_ACL_SECURITY_TOKEN", "The security token that goes with them, where there is one."),
        .init("ROCKETMQ_HOME", "Where conf/tools.yml holds the keys, when nothing else does."),
        .init("TZ", "The time zone in which times are shown."),
    ],
    files: [
        .init("~/.config/mqadmin/config.yaml", "The user's contexts, readable by nobody else."),
        .init(".mqadmin.yaml", "The contexts of a git checkout; the nearest one up to its root."),
        .init("/tmp/rocketmq/msgbodys", "Bodies of the messages that queryMsgById found."),
    ],
    version: version, date: "2026-11-21")

/// The release.
let version = "0.1.0"
