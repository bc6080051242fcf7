#!/usr/bin/env bash
# The main job on an embedded cluster: create a topic, look at it, send a message, find it again. Ends by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

binary=${MQADMIN:-.build/release/mqadmin}
files=$(mktemp -d)
sandbox=

finish() {
    if [ -n "$sandbox" ]; then
        kill "$sandbox" 2>/dev/null || true
        wait "$sandbox" 2>/dev/null || true
    fi
    rm -rf "$files"
}
trap finish EXIT
trap 'exit 130' INT TERM

# Starts a sandbox, and sets `address` when it is ready within ten seconds.
start_sandbox() {
    "$binary" sandbox --port "$1" >"$files/sandbox" 2>"$files/errors" &
    sandbox=$! port=$1
    for _ in {1..200}; do
        address=$(sed -n 's/^NAMESRV_ADDR=//p' "$files/sandbox")
        if [ -n "$address" ]; then return 0; fi
        kill -0 "$sandbox" 2>/dev/null || break
        sleep 0.05
    done
    kill "$sandbox" 2>/dev/null || true
    wait "$sandbox" 2>/dev/null || true
    sandbox=
    return 1
}

# Shows a command line, then what it prints.
mqadmin() {
    printf '\n$ mqadmin'
    printf ' %q' "$@"
    printf '\n'
    "$binary" "$@"
}

# The usual port, or free ones where another cluster has it.
start_sandbox 9876 || start_sandbox 0 || {
    cat "$files/sandbox" "$files/errors" >&2
    echo "demo: the sandbox did not start" >&2
    exit 1
}
echo "$ mqadmin sandbox --port $port &"
cat "$files/sandbox"

mqadmin updateTopic -n "$address" -t TopicTest
mqadmin topicRoute -n "$address" -t TopicTest
mqadmin sendMessage -n "$address" -t TopicTest -p hello --json | tee "$files/sent"
id=$(sed -nE '/"(offsetMsgId|msgId)"/{s/.*"(offsetMsgId|msgId)" *: *"([^"]+)".*/\2/p;q}' "$files/sent")
if [ -z "$id" ]; then
    echo "demo: sendMessage told no message id" >&2
    exit 1
fi
mqadmin queryMsgById -n "$address" -t TopicTest -i "$id"
mqadmin clusterList -n "$address"
mqadmin consumerProgress -n "$address"
