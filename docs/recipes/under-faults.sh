#!/usr/bin/env bash
# Runs a command on a sandbox, once under each of a few faults, and says how it ended; fails when it hangs under one.
#
#   mqadmin sandbox --port 0 -- ./under-faults.sh COMMAND [ARGUMENT…]
#
# CODE=SEND_MESSAGE_V2 strikes such requests only, else the brokers' own are struck, too; LIMIT=60 is the seconds it has.
set -euo pipefail

[ $# -gt 0 ] || { echo 'usage: under-faults.sh COMMAND [ARGUMENT…]' >&2; exit 2; }
trap 'mqadmin sandbox fault clear >/dev/null' EXIT

hung=0
for fault in '--delay 200ms' '--refuse SYSTEM_BUSY --times 2' '--drop --times 1' '--drop=answer --times 1' \
    '--garbage --times 1' '--close-mid-frame --times 1'; do
    # shellcheck disable=SC2086
    mqadmin sandbox fault add $fault ${CODE:+--code "$CODE"} >/dev/null
    status=0
    timeout "${LIMIT:-60}" "$@" >/dev/null 2>&1 || status=$?
    [ "$status" != 124 ] || hung=1
    echo "$fault: $status"
    mqadmin sandbox fault clear >/dev/null
done
exit "$hung"
