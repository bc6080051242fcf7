#!/usr/bin/env bash
# Prints the bodies of the messages that have a key, newest first; exit status 4 when there are none.
#
#   NAMESRV_ADDR=host:9876 ./find-message.sh TOPIC KEY
set -euo pipefail

topic=${1:?usage: find-message.sh TOPIC KEY}
key=${2:?which key}

found=$(mqadmin queryMsgByKey -t "$topic" -k "$key" --json)
python3 -c '
import json, sys

messages = json.load(sys.stdin)["items"]
for message in sorted(messages, key=lambda message: -message["storeTimestamp"]):
    print(message["msgId"], message["body"])
' <<<"$found"
