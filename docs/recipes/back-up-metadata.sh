#!/usr/bin/env bash
# Saves the topics, the consumer groups and the brokers' configuration of a cluster in one archive.
#
#   NAMESRV_ADDR=host:9876 ./back-up-metadata.sh CLUSTER ARCHIVE.tar.gz
set -euo pipefail

cluster=${1:?usage: back-up-metadata.sh CLUSTER ARCHIVE.tar.gz}
archive=${2:?which archive}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mqadmin exportMetadata -c "$cluster" -f "$work/backup" >/dev/null
mqadmin exportConfigs -c "$cluster" -f "$work/backup" >/dev/null
mqadmin clusterList -c "$cluster" --json >"$work/backup/brokers.json"

# In place only when it is whole.
tar -C "$work" -czf "$archive.part" backup
mv "$archive.part" "$archive"
tar -tzf "$archive"
