#!/usr/bin/env bash
# Makes the topics of a list exist, each with its number of queues; running it again changes nothing.
#
#   NAMESRV_ADDR=host:9876 ./create-topics.sh topics.txt
#
# A line of the list is a name, a number of queues, and attributes where there are some:
#
#   Orders    16
#   Payments  8   +message.type=FIFO
set -euo pipefail

list=${1:?usage: create-topics.sh LIST}

# A cluster that is just starting may need a moment.
mqadmin wait --brokers 1 --timeout 60s >/dev/null

while read -r topic queues attributes; do
    case $topic in '' | '#'*) continue ;; esac
    options=(-t "$topic" -r "$queues" -w "$queues")
    if [ -n "$attributes" ]; then options+=(-a "$attributes"); fi
    mqadmin updateTopic "${options[@]}" </dev/null >/dev/null
    mqadmin wait --topic "$topic" --timeout 30s </dev/null >/dev/null
    echo "$topic is there"
done <"$list"
