internal import CommandKit

/// What `mqadmin` says of itself.
let tool = Tool(
    "mqadmin", "Administer Apache RocketMQ clusters",
    discussion: """
        mqadmin speaks RocketMQ's remoting protocol to name servers, brokers and controllers of RocketMQ 4.9 and 5.x. \
        It has the subcommands, options and texts of RocketMQ's own mqadmin, and adds output for programs, exit \
        statuses that tell the truth, and an embedded cluster to try things on.

        A name server knows which broker has which topic: give the address of one, or of several, with -n or in \
        NAMESRV_ADDR. Option names may be shortened as long as they stay unique.
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
        .init("MQADMIN_COMPAT", "The edition of RocketMQ whose texts and options hold, 4.9 or 5; see --compat."),
        .init("ROCKETMQ_ACL_ACCESS_KEY", "The access key that signs every request, together with the next one."),
        .init("ROCKETMQ_ACL_SECRET_KEY", "The secret key that signs every request."),
        .init("TZ", "The time zone in which times are shown."),
    ],
    files: [.init("/tmp/rocketmq/msgbodys", "Bodies of the messages that queryMsgById found.")],
    version: version, date: "2026-11-21")

/// The release.
let version = "0.1.0"
