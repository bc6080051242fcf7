#!/usr/bin/env bash
# Fails a deployment when a consumer group does not catch up in time: exit status 7.
#
#   NAMESRV_ADDR=host:9876 ./fail-on-lag.sh GROUP TOPIC MOST [TIME]
set -euo pipefail

group=${1:?usage: fail-on-lag.sh GROUP TOPIC MOST [TIME]}
topic=${2:?which topic}
most=${3:?how many messages may be left}

mqadmin wait --group "$group" --topic "$topic" --lag-below "$most" --timeout "${4:-60s}"
