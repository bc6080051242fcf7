# bash completion for mqadmin; made from the declarations of its commands: do not edit.

# Adds what begins like the word at the cursor. Names may come from the network: nothing is expanded.
_mqadmin_offer() {
    local line
    while IFS= read -r line; do
        [[ -n $line && $line == "$current"* ]] || continue
        printf -v line %q "$add${line#"$strip"}"
        COMPREPLY+=("$line")
    done
}

# Readline quotes names of files itself.
_mqadmin_paths() {
    local line
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do COMPREPLY+=("$add${line#"$strip"}"); done < <(compgen "$1" -- "$current")
}

_mqadmin_act() {
    case $1 in
        live:*) _mqadmin_offer < <("${COMP_WORDS[0]}" __complete "${1#live:}" -- "${line_words[@]:1}" \
            </dev/null 2>/dev/null) ;;
        words:*) _mqadmin_offer < <(printf '%s\n' ${1#words:}) ;;
        files) _mqadmin_paths -f ;;
        directories) _mqadmin_paths -d ;;
        commands) _mqadmin_offer < <(printf '%s\n' updateTopic updateTopicList updateTopicPerm deleteTopic topicRoute topicStatus topicList topicClusterList allocateMQ updateOrderConf updateStaticTopic remappingStaticTopic sendMessage queryMsgById queryMsgByKey queryMsgByUniqueKey queryMsgByOffset queryMsgTraceById printMsg printMsgByQueue consumeMessage checkMsgSendRT decodeMessageId dumpCompactionLog consumerProgress consumerStatus consumer consumerConnection updateSubGroup updateSubGroupList deleteSubGroup getConsumerConfig setConsumeMode startMonitoring producerConnection producer resetOffsetByTime resetOffsetByTimeOld skipAccumulatedMessage cloneGroupOffset getConsumerStatus clusterList clusterRT brokerStatus brokerConsumeStats getBrokerConfig updateBrokerConfig sendMsgStatus cleanExpiredCQ cleanUnusedTopic deleteExpiredCommitLog getBrokerEpoch resetMasterFlushOffset getColdDataFlowCtrInfo updateColdDataFlowCtrGroupConfig removeColdDataFlowCtrGroupConfig setCommitLogReadAheadMode getNamesrvConfig updateNamesrvConfig updateKvConfig deleteKvConfig wipeWritePerm addWritePerm queryCq checkRocksdbCqWriteProgress statsAll createUser updateUser deleteUser getUser listUser copyUser createAcl updateAcl deleteAcl getAcl listAcl copyAcl updateAclConfig deleteAclConfig deleteAccessConfig getAclConfig getAccessConfigSubCommand clusterAclConfigVersion updateGlobalWhiteAddr getControllerMetaData getControllerConfig updateControllerConfig electMaster cleanBrokerMetadata haStatus getSyncStateSet addBroker removeBroker exportMetadata exportConfigs exportMetrics exportPopRecord exportMetadataInRocksDB rocksDBConfigToJson shell sandbox replay config explain help schema version wait) ;;
    esac
}

# Bash splits words at colons and equal signs, of which addresses are full: this splits the line anew, and finds
# the command, the option before the cursor, and what bash will put before an offer by itself.
_mqadmin_read() {
    local line=${COMP_LINE:0:COMP_POINT} word skip=
    read -ra line_words <<<"$line"
    [[ $line == *[[:space:]] ]] && line_words+=("")
    (( ${#line_words[@]} > 1 )) || return 1
    current=${line_words[${#line_words[@]}-1]}
    unset "line_words[${#line_words[@]}-1]"
    previous=${line_words[${#line_words[@]}-1]}
    if [[ $current == --*=* ]]; then
        previous=${current%%=*}
        [[ $COMP_WORDBREAKS == *=* ]] || add=$previous=
        current=${current#*=}
    fi
    [[ $current == *:* && $COMP_WORDBREAKS == *:* ]] && strip=${current%:*}:
    for word in "${line_words[@]:1}"; do
        if [[ -n $skip ]]; then skip=; continue; fi
        case $word in
            -n|--namesrvAddr|--nameserverAddr|--context|--output|--columns|--sort|--filter|--timeout|--compat|--exit-compat|--access-key|--secret-key|--secret-key-file|--security-token|--tls-ca|--tls-cert|--tls-key|--tls-server-name|--addr-map) skip=1 ;;
            -*) ;;
            *) command=$word; break ;;
        esac
    done
    return 0
}

# Completes the value of an option of all commands; fails where there is none to complete.
_mqadmin_shared() {
    case $previous in
        -n|--namesrvAddr) _mqadmin_act '' ;;
        --nameserverAddr) _mqadmin_act '' ;;
        --context) _mqadmin_act live:context ;;
        --output) _mqadmin_act 'words:text json jsonl yaml csv' ;;
        --columns) _mqadmin_act '' ;;
        --sort) _mqadmin_act '' ;;
        --filter) _mqadmin_act '' ;;
        --timeout) _mqadmin_act '' ;;
        --compat) _mqadmin_act 'words:4.9 5' ;;
        --exit-compat) _mqadmin_act 'words:java' ;;
        --access-key) _mqadmin_act '' ;;
        --secret-key) _mqadmin_act '' ;;
        --secret-key-file) _mqadmin_act files ;;
        --security-token) _mqadmin_act '' ;;
        --tls-ca) _mqadmin_act files ;;
        --tls-cert) _mqadmin_act files ;;
        --tls-key) _mqadmin_act files ;;
        --tls-server-name) _mqadmin_act '' ;;
        --addr-map) _mqadmin_act '' ;;
        *) return 1 ;;
    esac
}

_mqadmin() {
    local current previous command= options= words= strip= add=
    local -a line_words
    COMPREPLY=()
    _mqadmin_read || return 0
    case $command in
        '')
            options='-h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=commands
            ;;
        updateTopic)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -r|--readQueueNums) _mqadmin_act ''; return 0 ;;
                -w|--writeQueueNums) _mqadmin_act ''; return 0 ;;
                -p|--perm) _mqadmin_act 'words:2 4 6'; return 0 ;;
                -o|--order) _mqadmin_act 'words:true false'; return 0 ;;
                -u|--unit) _mqadmin_act 'words:true false'; return 0 ;;
                -s|--hasUnitSub) _mqadmin_act 'words:true false'; return 0 ;;
                -a|--attributes) _mqadmin_act live:attribute; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -t --topic -r --readQueueNums -w --writeQueueNums -p --perm -o --order -u --unit -s --hasUnitSub -a --attributes --java-defaults --dry-run -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateTopicList)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -f|--filename) _mqadmin_act files; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -f --filename -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateTopicPerm)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -p|--perm) _mqadmin_act 'words:2 4 6'; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -t --topic -p --perm --dry-run -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        deleteTopic)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-t --topic -c --clusterName --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        topicRoute)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
            esac
            options='-t --topic -l --list -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        topicStatus)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-t --topic -c --cluster -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        topicList)
            options='-c --clusterModel -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        topicClusterList)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
            esac
            options='-t --topic -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        allocateMQ)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -i|--ipList) _mqadmin_act ''; return 0 ;;
            esac
            options='-t --topic -i --ipList --sorted -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateOrderConf)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -v|--orderConf) _mqadmin_act ''; return 0 ;;
                -m|--method) _mqadmin_act 'words:get put delete'; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-t --topic -v --orderConf -m --method --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateStaticTopic)
            case $previous in
                -b|--brokers) _mqadmin_act ''; return 0 ;;
                -c|--clusters) _mqadmin_act ''; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -qn|--totalQueueNum) _mqadmin_act ''; return 0 ;;
                -mf|--mapFile) _mqadmin_act files; return 0 ;;
                -fr|--forceReplace) _mqadmin_act 'words:true false'; return 0 ;;
            esac
            options='-b --brokers -c --clusters -t --topic -qn --totalQueueNum -mf --mapFile -fr --forceReplace -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        remappingStaticTopic)
            case $previous in
                -b|--brokers) _mqadmin_act ''; return 0 ;;
                -c|--clusters) _mqadmin_act ''; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -mf|--mapFile) _mqadmin_act files; return 0 ;;
                -fr|--forceReplace) _mqadmin_act 'words:true false'; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokers -c --clusters -t --topic -mf --mapFile -fr --forceReplace --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        sendMessage)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -p|--body) _mqadmin_act ''; return 0 ;;
                -k|--key) _mqadmin_act ''; return 0 ;;
                -c|--tags) _mqadmin_act ''; return 0 ;;
                -b|--broker) _mqadmin_act live:broker; return 0 ;;
                -i|--qid) _mqadmin_act ''; return 0 ;;
                -m|--msgTraceEnable) _mqadmin_act 'words:true false'; return 0 ;;
            esac
            options='-t --topic -p --body -k --key -c --tags -b --broker -i --qid -m --msgTraceEnable -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        queryMsgById)
            case $previous in
                -i|--msgId) _mqadmin_act ''; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -g|--consumerGroup) _mqadmin_act live:group; return 0 ;;
                -d|--clientId) _mqadmin_act live:client; return 0 ;;
                -s|--sendMessage) _mqadmin_act 'words:true false'; return 0 ;;
                -u|--unitName) _mqadmin_act ''; return 0 ;;
                -f|--bodyFormat) _mqadmin_act ''; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-i --msgId -t --topic -g --consumerGroup -d --clientId -s --sendMessage -u --unitName -f --bodyFormat -c --cluster -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        queryMsgByKey)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -k|--msgKey) _mqadmin_act ''; return 0 ;;
                -b|--beginTimestamp) _mqadmin_act ''; return 0 ;;
                -e|--endTimestamp) _mqadmin_act ''; return 0 ;;
                -m|--maxNum) _mqadmin_act ''; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-t --topic -k --msgKey -b --beginTimestamp -e --endTimestamp -m --maxNum -c --cluster -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        queryMsgByUniqueKey)
            case $previous in
                -i|--msgId) _mqadmin_act ''; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -g|--consumerGroup) _mqadmin_act live:group; return 0 ;;
                -d|--clientId) _mqadmin_act live:client; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-i --msgId -t --topic -g --consumerGroup -d --clientId -a --showAll -c --cluster -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        queryMsgByOffset)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -b|--brokerName) _mqadmin_act live:broker; return 0 ;;
                -i|--queueId) _mqadmin_act ''; return 0 ;;
                -o|--offset) _mqadmin_act ''; return 0 ;;
                -f|--bodyFormat) _mqadmin_act ''; return 0 ;;
            esac
            options='-t --topic -b --brokerName -i --queueId -o --offset -f --bodyFormat -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        queryMsgTraceById)
            case $previous in
                -i|--msgId) _mqadmin_act ''; return 0 ;;
                -t|--traceTopic) _mqadmin_act live:topic; return 0 ;;
                -b|--beginTimestamp) _mqadmin_act ''; return 0 ;;
                -e|--endTimestamp) _mqadmin_act ''; return 0 ;;
                -c|--maxNum) _mqadmin_act ''; return 0 ;;
            esac
            options='-i --msgId -t --traceTopic -b --beginTimestamp -e --endTimestamp -c --maxNum -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        printMsg)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -c|--charsetName) _mqadmin_act ''; return 0 ;;
                -s|--subExpression) _mqadmin_act ''; return 0 ;;
                -b|--beginTimestamp) _mqadmin_act ''; return 0 ;;
                -e|--endTimestamp) _mqadmin_act ''; return 0 ;;
                -d|--printBody) _mqadmin_act 'words:true false'; return 0 ;;
                -l|--lmqParentTopic) _mqadmin_act live:topic; return 0 ;;
                --expression-type) _mqadmin_act 'words:TAG SQL92'; return 0 ;;
            esac
            options='-t --topic -c --charsetName -s --subExpression -b --beginTimestamp -e --endTimestamp -d --printBody -l --lmqParentTopic --expression-type -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        printMsgByQueue)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -a|--brokerName) _mqadmin_act live:broker; return 0 ;;
                -i|--queueId) _mqadmin_act ''; return 0 ;;
                -c|--charsetName) _mqadmin_act ''; return 0 ;;
                -s|--subExpression) _mqadmin_act ''; return 0 ;;
                -b|--beginTimestamp) _mqadmin_act ''; return 0 ;;
                -e|--endTimestamp) _mqadmin_act ''; return 0 ;;
                -p) _mqadmin_act 'words:true false'; return 0 ;;
                -d|--printBody) _mqadmin_act 'words:true false'; return 0 ;;
                -f|--calculate) _mqadmin_act 'words:true false'; return 0 ;;
                --expression-type) _mqadmin_act 'words:TAG SQL92'; return 0 ;;
            esac
            options='-t --topic -a --brokerName -i --queueId -c --charsetName -s --subExpression -b --beginTimestamp -e --endTimestamp -p -d --printBody -f --calculate --expression-type -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        consumeMessage)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -b|--brokerName) _mqadmin_act live:broker; return 0 ;;
                -i|--queueId) _mqadmin_act ''; return 0 ;;
                -o|--offset) _mqadmin_act ''; return 0 ;;
                -g|--consumerGroup) _mqadmin_act live:group; return 0 ;;
                -s|--beginTimestamp) _mqadmin_act ''; return 0 ;;
                -e|--endTimestamp) _mqadmin_act ''; return 0 ;;
                -c|--MessageNumber) _mqadmin_act ''; return 0 ;;
            esac
            options='-t --topic -b --brokerName -i --queueId -o --offset -g --consumerGroup -s --beginTimestamp -e --endTimestamp -c --MessageNumber -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        checkMsgSendRT)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -a|--amount) _mqadmin_act ''; return 0 ;;
                -s|--size) _mqadmin_act ''; return 0 ;;
            esac
            options='-t --topic -a --amount -s --size -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        decodeMessageId)
            case $previous in
                -i|--messageId) _mqadmin_act ''; return 0 ;;
            esac
            options='-i --messageId -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        dumpCompactionLog)
            case $previous in
                -f|--file) _mqadmin_act files; return 0 ;;
            esac
            options='-f --file -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        consumerProgress)
            case $previous in
                -g|--groupName) _mqadmin_act live:group; return 0 ;;
                -s|--showClientIP) _mqadmin_act 'words:true false'; return 0 ;;
                -t|--topicName) _mqadmin_act live:topic; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-g --groupName -s --showClientIP -t --topicName -c --cluster -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        consumerStatus)
            case $previous in
                -g|--consumerGroup) _mqadmin_act live:group; return 0 ;;
                -i|--clientId) _mqadmin_act live:client; return 0 ;;
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
            esac
            options='-g --consumerGroup -i --clientId -b --brokerAddr -s --jstack -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        consumer)
            case $previous in
                -g|--consumerGroup) _mqadmin_act live:group; return 0 ;;
            esac
            options='-g --consumerGroup -s --jstack -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        consumerConnection)
            case $previous in
                -g|--consumerGroup) _mqadmin_act live:group; return 0 ;;
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
            esac
            options='-g --consumerGroup -b --brokerAddr -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateSubGroup)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -g|--groupName) _mqadmin_act live:group; return 0 ;;
                -s|--consumeEnable) _mqadmin_act 'words:true false'; return 0 ;;
                -m|--consumeFromMinEnable) _mqadmin_act 'words:true false'; return 0 ;;
                -d|--consumeBroadcastEnable) _mqadmin_act 'words:true false'; return 0 ;;
                -o|--consumeMessageOrderly) _mqadmin_act 'words:true false'; return 0 ;;
                -q|--retryQueueNums) _mqadmin_act ''; return 0 ;;
                -r|--retryMaxTimes) _mqadmin_act ''; return 0 ;;
                -p|--groupRetryPolicy) _mqadmin_act ''; return 0 ;;
                -i|--brokerId) _mqadmin_act ''; return 0 ;;
                -w|--whichBrokerWhenConsumeSlowly) _mqadmin_act ''; return 0 ;;
                -a|--notifyConsumerIdsChanged) _mqadmin_act 'words:true false'; return 0 ;;
                --attributes) _mqadmin_act ''; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -g --groupName -s --consumeEnable -m --consumeFromMinEnable -d --consumeBroadcastEnable -o --consumeMessageOrderly -q --retryQueueNums -r --retryMaxTimes -p --groupRetryPolicy -i --brokerId -w --whichBrokerWhenConsumeSlowly -a --notifyConsumerIdsChanged --attributes --java-defaults --dry-run -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateSubGroupList)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -f|--filename) _mqadmin_act files; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -f --filename -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        deleteSubGroup)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -g|--groupName) _mqadmin_act live:group; return 0 ;;
                -r|--removeOffset) _mqadmin_act 'words:true false'; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -g --groupName -r --removeOffset --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getConsumerConfig)
            case $previous in
                -g|--groupName) _mqadmin_act live:group; return 0 ;;
            esac
            options='-g --groupName -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        setConsumeMode)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -t|--topicName) _mqadmin_act live:topic; return 0 ;;
                -g|--groupName) _mqadmin_act live:group; return 0 ;;
                -m|--mode) _mqadmin_act 'words:PULL POP'; return 0 ;;
                -q|--popShareQueueNum) _mqadmin_act ''; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -t --topicName -g --groupName -m --mode -q --popShareQueueNum -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        startMonitoring)
            case $previous in
                --interval) _mqadmin_act ''; return 0 ;;
            esac
            options='--interval -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        producerConnection)
            case $previous in
                -g|--producerGroup) _mqadmin_act live:group; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
            esac
            options='-g --producerGroup -t --topic -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        producer)
            case $previous in
                -b|--broker) _mqadmin_act live:address; return 0 ;;
            esac
            options='-b --broker -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        resetOffsetByTime)
            case $previous in
                -g|--group) _mqadmin_act live:group; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -s|--timestamp) _mqadmin_act ''; return 0 ;;
                -f|--force) _mqadmin_act 'words:true false'; return 0 ;;
                -b|--broker) _mqadmin_act live:address; return 0 ;;
                -q|--queue) _mqadmin_act ''; return 0 ;;
                -o|--offset) _mqadmin_act ''; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-g --group -t --topic -s --timestamp -f --force --cplus -b --broker -q --queue -o --offset -c --cluster --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        resetOffsetByTimeOld)
            case $previous in
                -g|--group) _mqadmin_act live:group; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -s|--timestamp) _mqadmin_act ''; return 0 ;;
                -f|--force) _mqadmin_act 'words:true false'; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-g --group -t --topic -s --timestamp -f --force -c --cluster --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        skipAccumulatedMessage)
            case $previous in
                -g|--group) _mqadmin_act live:group; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -f|--force) _mqadmin_act 'words:true false'; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-g --group -t --topic -f --force -c --cluster --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        cloneGroupOffset)
            case $previous in
                -s|--srcGroup) _mqadmin_act live:group; return 0 ;;
                -d|--destGroup) _mqadmin_act live:group; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -o|--offline) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-s --srcGroup -d --destGroup -t --topic -o --offline --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getConsumerStatus)
            case $previous in
                -g|--group) _mqadmin_act live:group; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -i|--originClientId) _mqadmin_act live:client; return 0 ;;
            esac
            options='-g --group -t --topic -i --originClientId -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        clusterList)
            case $previous in
                -i|--interval) _mqadmin_act ''; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-m --moreStats -i --interval -c --clusterName -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        clusterRT)
            case $previous in
                -a|--amount) _mqadmin_act ''; return 0 ;;
                -s|--size) _mqadmin_act ''; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
                -p) _mqadmin_act 'words:true false'; return 0 ;;
                -m) _mqadmin_act ''; return 0 ;;
                -i|--interval) _mqadmin_act ''; return 0 ;;
            esac
            options='-a --amount -s --size -c --cluster -p -m -i --interval -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        brokerStatus)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        brokerConsumeStats)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -t|--timeoutMillis) _mqadmin_act ''; return 0 ;;
                -l|--level) _mqadmin_act ''; return 0 ;;
                -o|--order) _mqadmin_act 'words:true false'; return 0 ;;
            esac
            options='-b --brokerAddr -t --timeoutMillis -l --level -o --order -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getBrokerConfig)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateBrokerConfig)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -a|--updateAllBroker) _mqadmin_act ''; return 0 ;;
                -k|--key) _mqadmin_act live:brokerConfig; return 0 ;;
                -v|--value) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -a --updateAllBroker -k --key -v --value --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        sendMsgStatus)
            case $previous in
                -b|--brokerName) _mqadmin_act live:topic; return 0 ;;
                -s|--messageSize) _mqadmin_act ''; return 0 ;;
                -c|--count) _mqadmin_act ''; return 0 ;;
            esac
            options='-b --brokerName -s --messageSize -c --count -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        cleanExpiredCQ)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --cluster --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        cleanUnusedTopic)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --cluster --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        deleteExpiredCommitLog)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --cluster --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getBrokerEpoch)
            case $previous in
                -b|--brokerName) _mqadmin_act live:broker; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -i|--interval) _mqadmin_act ''; return 0 ;;
            esac
            options='-b --brokerName -c --clusterName -i --interval -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        resetMasterFlushOffset)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -o|--offset) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -o --offset --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getColdDataFlowCtrInfo)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateColdDataFlowCtrGroupConfig)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -g|--consumerGroup) _mqadmin_act live:group; return 0 ;;
                -v|--threshold) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -g --consumerGroup -v --threshold --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        removeColdDataFlowCtrGroupConfig)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -g|--consumerGroup) _mqadmin_act live:group; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -g --consumerGroup --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        setCommitLogReadAheadMode)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -m|--commitLogReadAheadMode) _mqadmin_act 'words:0 1'; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -m --commitLogReadAheadMode --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getNamesrvConfig)
            options='-h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateNamesrvConfig)
            case $previous in
                -k|--key) _mqadmin_act live:namesrvConfig; return 0 ;;
                -v|--value) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-k --key -v --value --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateKvConfig)
            case $previous in
                -s|--namespace) _mqadmin_act ''; return 0 ;;
                -k|--key) _mqadmin_act ''; return 0 ;;
                -v|--value) _mqadmin_act ''; return 0 ;;
            esac
            options='-s --namespace -k --key -v --value -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        deleteKvConfig)
            case $previous in
                -s|--namespace) _mqadmin_act ''; return 0 ;;
                -k|--key) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-s --namespace -k --key --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        wipeWritePerm)
            case $previous in
                -b|--brokerName) _mqadmin_act live:broker; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerName --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        addWritePerm)
            case $previous in
                -b|--brokerName) _mqadmin_act live:broker; return 0 ;;
            esac
            options='-b --brokerName -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        queryCq)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -q|--queue) _mqadmin_act ''; return 0 ;;
                -i|--index) _mqadmin_act ''; return 0 ;;
                -c|--count) _mqadmin_act ''; return 0 ;;
                -b|--broker) _mqadmin_act live:address; return 0 ;;
                -g|--consumer) _mqadmin_act live:group; return 0 ;;
            esac
            options='-t --topic -q --queue -i --index -c --count -b --broker -g --consumer -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        checkRocksdbCqWriteProgress)
            case $previous in
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
                -cf|--checkFrom) _mqadmin_act ''; return 0 ;;
            esac
            options='-c --cluster -t --topic -cf --checkFrom -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        statsAll)
            case $previous in
                -t|--topic) _mqadmin_act live:topic; return 0 ;;
            esac
            options='-a --activeTopic -t --topic -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        createUser)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -u|--username) _mqadmin_act ''; return 0 ;;
                -p|--password) _mqadmin_act ''; return 0 ;;
                --password-file) _mqadmin_act files; return 0 ;;
                -t|--userType) _mqadmin_act 'words:Super Normal'; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -u --username -p --password --password-file -t --userType -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateUser)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -u|--username) _mqadmin_act ''; return 0 ;;
                -p|--password) _mqadmin_act ''; return 0 ;;
                -t|--userType) _mqadmin_act 'words:Super Normal'; return 0 ;;
                -s|--userStatus) _mqadmin_act 'words:enable disable'; return 0 ;;
                --password-file) _mqadmin_act files; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -u --username -p --password -t --userType -s --userStatus --password-file -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        deleteUser)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -u|--username) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -u --username --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getUser)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -u|--username) _mqadmin_act ''; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -u --username -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        listUser)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -f|--filter) _mqadmin_act ''; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -f --filter -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        copyUser)
            case $previous in
                -f|--fromBroker) _mqadmin_act live:address; return 0 ;;
                -t|--toBroker) _mqadmin_act live:address; return 0 ;;
                -u|--usernames) _mqadmin_act ''; return 0 ;;
            esac
            options='-f --fromBroker -t --toBroker -u --usernames -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        createAcl)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -s|--subject) _mqadmin_act ''; return 0 ;;
                -r|--resources) _mqadmin_act ''; return 0 ;;
                -a|--actions) _mqadmin_act ''; return 0 ;;
                -i|--sourceIp) _mqadmin_act ''; return 0 ;;
                -d|--decision) _mqadmin_act 'words:Allow Deny'; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -s --subject -r --resources -a --actions -i --sourceIp -d --decision -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateAcl)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -s|--subject) _mqadmin_act ''; return 0 ;;
                -r|--resources) _mqadmin_act ''; return 0 ;;
                -a|--actions) _mqadmin_act ''; return 0 ;;
                -i|--sourceIp) _mqadmin_act ''; return 0 ;;
                -d|--decision) _mqadmin_act 'words:Allow Deny'; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -s --subject -r --resources -a --actions -i --sourceIp -d --decision -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        deleteAcl)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -s|--subject) _mqadmin_act ''; return 0 ;;
                -r|--resources) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -s --subject -r --resources --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getAcl)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -s|--subject) _mqadmin_act ''; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -s --subject -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        listAcl)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -s|--subject) _mqadmin_act ''; return 0 ;;
                -r|--resource) _mqadmin_act ''; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -s --subject -r --resource -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        copyAcl)
            case $previous in
                -f|--fromBroker) _mqadmin_act live:address; return 0 ;;
                -t|--toBroker) _mqadmin_act live:address; return 0 ;;
                -s|--subjects) _mqadmin_act ''; return 0 ;;
            esac
            options='-f --fromBroker -t --toBroker -s --subjects -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateAclConfig)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -a|--accessKey) _mqadmin_act ''; return 0 ;;
                -s|--secretKey) _mqadmin_act ''; return 0 ;;
                --account-key-file) _mqadmin_act files; return 0 ;;
                -w|--whiteRemoteAddress) _mqadmin_act ''; return 0 ;;
                -i|--defaultTopicPerm) _mqadmin_act ''; return 0 ;;
                -u|--defaultGroupPerm) _mqadmin_act ''; return 0 ;;
                -t|--topicPerms) _mqadmin_act ''; return 0 ;;
                -g|--groupPerms) _mqadmin_act ''; return 0 ;;
                -m|--admin) _mqadmin_act 'words:true false'; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -a --accessKey -s --secretKey --account-key-file -w --whiteRemoteAddress -i --defaultTopicPerm -u --defaultGroupPerm -t --topicPerms -g --groupPerms -m --admin -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        deleteAclConfig|deleteAccessConfig)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -a|--accessKey) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -a --accessKey --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getAclConfig|getAccessConfigSubCommand)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        clusterAclConfigVersion)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateGlobalWhiteAddr)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -g|--globalWhiteRemoteAddresses) _mqadmin_act ''; return 0 ;;
                -p|--aclFileFullPath) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -g --globalWhiteRemoteAddresses -p --aclFileFullPath --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getControllerMetaData)
            case $previous in
                -a|--controllerAddress) _mqadmin_act ''; return 0 ;;
            esac
            options='-a --controllerAddress -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getControllerConfig)
            case $previous in
                -a|--controllerAddress) _mqadmin_act ''; return 0 ;;
            esac
            options='-a --controllerAddress -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        updateControllerConfig)
            case $previous in
                -a|--controllerAddress) _mqadmin_act ''; return 0 ;;
                -k|--key) _mqadmin_act live:controllerConfig; return 0 ;;
                -v|--value) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-a --controllerAddress -k --key -v --value --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        electMaster)
            case $previous in
                -a|--controllerAddress) _mqadmin_act ''; return 0 ;;
                -b|--brokerId) _mqadmin_act ''; return 0 ;;
                -bn|--brokerName) _mqadmin_act live:broker; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-a --controllerAddress -b --brokerId -bn --brokerName -c --clusterName --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        cleanBrokerMetadata)
            case $previous in
                -a|--controllerAddress) _mqadmin_act ''; return 0 ;;
                -b|--brokerControllerIdsToClean) _mqadmin_act ''; return 0 ;;
                -bn|--brokerName) _mqadmin_act live:broker; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-a --controllerAddress -b --brokerControllerIdsToClean -bn --brokerName -c --clusterName -l --cleanLivingBroker --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        haStatus)
            case $previous in
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -i|--interval) _mqadmin_act ''; return 0 ;;
            esac
            options='-b --brokerAddr -c --clusterName -i --interval -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        getSyncStateSet)
            case $previous in
                -a|--controllerAddress) _mqadmin_act ''; return 0 ;;
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -b|--brokerName) _mqadmin_act live:broker; return 0 ;;
                -i|--interval) _mqadmin_act ''; return 0 ;;
            esac
            options='-a --controllerAddress -c --clusterName -b --brokerName -i --interval -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        addBroker)
            case $previous in
                -c|--brokerContainerAddr) _mqadmin_act live:address; return 0 ;;
                -b|--brokerConfigPath) _mqadmin_act ''; return 0 ;;
            esac
            options='-c --brokerContainerAddr -b --brokerConfigPath -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        removeBroker)
            case $previous in
                -c|--brokerContainerAddr) _mqadmin_act live:address; return 0 ;;
                -b|--brokerIdentity) _mqadmin_act ''; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-c --brokerContainerAddr -b --brokerIdentity --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        exportMetadata)
            case $previous in
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -f|--filePath) _mqadmin_act directories; return 0 ;;
            esac
            options='-c --clusterName -b --brokerAddr -f --filePath -t --topic -g --subscriptionGroup -s --specialTopic -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        exportConfigs)
            case $previous in
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -f|--filePath) _mqadmin_act directories; return 0 ;;
            esac
            options='-c --clusterName -f --filePath -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        exportMetrics)
            case $previous in
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -f|--filePath) _mqadmin_act directories; return 0 ;;
            esac
            options='-c --clusterName -f --filePath -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        exportPopRecord)
            case $previous in
                -c|--clusterName) _mqadmin_act live:cluster; return 0 ;;
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -d|--dryRun) _mqadmin_act 'words:true false'; return 0 ;;
                --confirm-context) _mqadmin_act live:context; return 0 ;;
            esac
            options='-c --clusterName -b --brokerAddr -d --dryRun --yes --dry-run --confirm-context -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        exportMetadataInRocksDB)
            case $previous in
                -p|--path) _mqadmin_act directories; return 0 ;;
                -t|--configType) _mqadmin_act 'words:topics subscriptionGroups consumerOffsets'; return 0 ;;
                -j|--jsonEnable) _mqadmin_act 'words:true false'; return 0 ;;
            esac
            options='-p --path -t --configType -j --jsonEnable -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        rocksDBConfigToJson)
            case $previous in
                -c|--cluster) _mqadmin_act live:cluster; return 0 ;;
                -b|--brokerAddr) _mqadmin_act live:address; return 0 ;;
                -p|--configPath) _mqadmin_act directories; return 0 ;;
                -t|--configType) _mqadmin_act ''; return 0 ;;
                -e|--exportFile) _mqadmin_act files; return 0 ;;
                -j|--jsonEnable) _mqadmin_act 'words:true false'; return 0 ;;
            esac
            options='-c --cluster -b --brokerAddr -p --configPath -t --configType -e --exportFile -j --jsonEnable -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        shell)
            case $previous in
                -e|--execute) _mqadmin_act ''; return 0 ;;
                -f|--file) _mqadmin_act files; return 0 ;;
                --color) _mqadmin_act 'words:auto always never'; return 0 ;;
            esac
            options='-e --execute -f --file --keep-going --color -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words='words:-'
            ;;
        sandbox)
            case $previous in
                --code) _mqadmin_act ''; return 0 ;;
                --server) _mqadmin_act ''; return 0 ;;
                --delay) _mqadmin_act ''; return 0 ;;
                --refuse) _mqadmin_act ''; return 0 ;;
                --remark) _mqadmin_act ''; return 0 ;;
                --times) _mqadmin_act ''; return 0 ;;
                --masters) _mqadmin_act ''; return 0 ;;
                --slaves) _mqadmin_act ''; return 0 ;;
                --controllers) _mqadmin_act ''; return 0 ;;
                --port) _mqadmin_act ''; return 0 ;;
                --topics) _mqadmin_act ''; return 0 ;;
                --cluster) _mqadmin_act ''; return 0 ;;
                --server-version) _mqadmin_act 'words:4.9.8 5.3.3'; return 0 ;;
                --brokers) _mqadmin_act ''; return 0 ;;
                --synthetic) _mqadmin_act ''; return 0 ;;
                --replication) _mqadmin_act 'words:async sync'; return 0 ;;
                --dledger) _mqadmin_act ''; return 0 ;;
                --broker-conf) _mqadmin_act files; return 0 ;;
                --heartbeat) _mqadmin_act ''; return 0 ;;
                --broker-expiry) _mqadmin_act ''; return 0 ;;
                --tls-dir) _mqadmin_act files; return 0 ;;
                --data) _mqadmin_act files; return 0 ;;
                --flush) _mqadmin_act 'words:sync async'; return 0 ;;
                --retain) _mqadmin_act ''; return 0 ;;
            esac
            options='--code --server --delay --refuse --remark --drop --garbage --close-mid-frame --times --masters --slaves --controllers --container --port --topics --cluster --server-version --brokers --synthetic --replication --dledger --broker-conf --heartbeat --broker-expiry --tls --tls-dir --tls-client-auth --data --flush --retain --acl -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words='words:fault kill start'
            ;;
        replay)
            options='-h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=files
            ;;
        config)
            case $previous in
                --unset) _mqadmin_act ''; return 0 ;;
            esac
            options='--protected --unset --origin -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=live:config
            ;;
        explain)
            options='-h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        help)
            options='-h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=commands
            ;;
        schema)
            options='-h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=commands
            ;;
        version)
            options='-h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
        wait)
            case $previous in
                --cluster) _mqadmin_act live:cluster; return 0 ;;
                --brokers) _mqadmin_act ''; return 0 ;;
                --topic) _mqadmin_act live:topic; return 0 ;;
                --group) _mqadmin_act live:group; return 0 ;;
                --lag-below) _mqadmin_act ''; return 0 ;;
                --interval) _mqadmin_act ''; return 0 ;;
            esac
            options='--cluster --brokers --topic --group --lag-below --interval -h --help -n --namesrvAddr --nameserverAddr --context --output --json --columns --sort --filter --timeout --compat --raw --verbose --trace-wire --exit-compat --access-key --secret-key --secret-key-file --security-token --tls --tls-ca --tls-cert --tls-key --tls-server-name --tls-insecure --addr-map --vip'
            words=''
            ;;
    esac
    _mqadmin_shared && return 0
    if [[ $current == -* ]]; then
        _mqadmin_act "words:$options"
    elif [[ -n $words ]]; then
        _mqadmin_act "$words"
    fi
}
complete -F _mqadmin mqadmin
