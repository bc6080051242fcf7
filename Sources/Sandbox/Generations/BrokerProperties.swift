/// What the properties of a broker are where nobody has set them (`BrokerConfig.java`, `MessageStoreConfig.java`,
/// `NettyServerConfig.java`, `NettyClientConfig.java`, `AuthConfig.java`).
enum BrokerProperties {
    /// All but those that say who and where the broker is.
    static func defaults(of generation: Generation) -> [String: String] { generation == .v4 ? v4 : v5 }

    private static let v4 = PropertyTable.values(shared, old)
    private static let v5 = PropertyTable.values(shared, since5)

    /// Of both generations.
    private static let shared = """
        accessMessageInMemoryMaxRatio=40 aclEnable=false adminBrokerThreadPoolNums=16 bitMapLengthConsumeQueueExt=112
        brokerFastFailureEnable=true brokerPermission=6 brokerTopicEnable=true channelNotActiveInterval=60000
        checkCRCOnRecover=true cleanFileForciblyEnable=true cleanResourceInterval=10000 clientAsyncSemaphoreValue=65535
        clientCallbackExecutorThreads=2 clientChannelMaxIdleTimeSeconds=120 clientCloseSocketIfTimeout=true
        clientManageThreadPoolNums=32 clientManagerThreadPoolQueueCapacity=1000000 clientOnewaySemaphoreValue=65535
        clientPooledByteBufAllocatorEnable=false clientSocketRcvBufSize=0 clientSocketSndBufSize=0
        clientWorkerThreads=4 clusterTopicEnable=true commercialBaseCount=1 commitCommitLogLeastPages=4
        commitCommitLogThoroughInterval=200 commitIntervalCommitLog=200 compressedRegister=false
        connectTimeoutMillis=3000 consumerFallbehindThreshold=17179869184 consumerManageThreadPoolNums=32
        consumerManagerThreadPoolQueueCapacity=1000000 debugLockEnable=false defaultQueryMaxNum=32
        deleteCommitLogFilesInterval=100 deleteConsumeQueueFilesInterval=100 deleteWhen=04
        destroyMapedFileIntervalForcibly=120000 disableConsumeIfConsumerReadSlowly=false diskFallRecorded=true
        diskMaxUsedSpaceRatio=75 duplicationEnable=false enableCalcFilterBitMap=false enableConsumeQueueExt=false
        enableDLegerCommitLog=false enableDetailStat=true enableLmq=false enableMultiDispatch=false
        enablePropertyFilter=true enableScheduleAsyncDeliver=false enableScheduleMessageStats=true
        endTransactionPoolQueueCapacity=100000 endTransactionThreadPoolNums=12 expectConsumerNumUseFilter=32
        fastFailIfNoBufferInStorePool=false fetchNamesrvAddrByAddressServer=false fileReservedTime=72
        filterDataCleanTimeSpan=86400000 filterSupportRetry=false flushCommitLogLeastPages=4
        flushCommitLogThoroughInterval=10000 flushCommitLogTimed=true flushConsumeQueueLeastPages=2
        flushConsumeQueueThoroughInterval=60000 flushConsumerOffsetHistoryInterval=60000
        flushConsumerOffsetInterval=5000 flushDelayOffsetInterval=10000 flushDiskType=ASYNC_FLUSH
        flushIntervalCommitLog=500 flushIntervalConsumeQueue=1000 flushLeastPagesWhenWarmMapedFile=4096
        forceRegister=true haHousekeepingInterval=20000 haSendHeartbeatInterval=5000 haTransferBatchSize=32768
        heartbeatThreadPoolNums=2 heartbeatThreadPoolQueueCapacity=50000 highSpeedMode=false isolateLogEnable=false
        longPollingEnable=true mappedFileSizeCommitLog=1073741824 mappedFileSizeConsumeQueue=6000000
        mappedFileSizeConsumeQueueExt=50331648 maxErrorRateOfBloomFilter=20 maxHashSlotNum=5000000 maxIndexNum=20000000
        maxLmqConsumeQueueNum=20000 maxMsgsNumBatch=64 maxTransferBytesOnMessageInDisk=65536
        maxTransferBytesOnMessageInMemory=262144 maxTransferCountOnMessageInDisk=8 maxTransferCountOnMessageInMemory=32
        messageIndexEnable=true messageIndexSafe=false messageStorePlugIn= msgTraceTopicName=RMQ_SYS_TRACE_TOPIC
        notifyConsumerIdsChangedEnable=true offsetCheckInSlave=false osPageCacheBusyTimeOutMills=1000
        processReplyMessageThreadPoolNums=20 pullMessageThreadPoolNums=20 pullThreadPoolQueueCapacity=100000
        putMessageFutureThreadPoolNums=2 putMsgIndexHightWater=600000 putThreadPoolQueueCapacity=10000
        queryMessageThreadPoolNums=10 queryThreadPoolQueueCapacity=20000 redeleteHangedFileInterval=120000
        regionId=DefaultRegion registerNameServerPeriod=30000 rejectTransactionMessage=false
        replyThreadPoolQueueCapacity=10000 scheduleAsyncDeliverMaxPendingLimit=2000
        scheduleAsyncDeliverMaxResendNum2Blocked=3 sendMessageThreadPoolNums=4 sendThreadPoolQueueCapacity=10000
        serverAsyncSemaphoreValue=64 serverCallbackExecutorThreads=0 serverChannelMaxIdleTimeSeconds=120
        serverOnewaySemaphoreValue=256 serverPooledByteBufAllocatorEnable=true serverSelectorThreads=3
        serverSocketBacklog=1024 serverSocketRcvBufSize=0 serverSocketSndBufSize=0 serverWorkerThreads=8
        shortPollingTimeMills=1000 slaveReadEnable=false slaveTimeout=3000 startAcceptSendRequestTimeStamp=0
        storeReplyMessageEnable=true syncFlushTimeout=5000 traceOn=true traceTopicEnable=true transactionCheckMax=15
        transactionTimeOut=6000 transferMsgByHeap=true transientStorePoolEnable=false transientStorePoolSize=5
        useEpollNativeSelector=false useReentrantLockWhenPutMessage=true useTLS=false
        waitTimeMillsInHeartbeatQueue=31000 waitTimeMillsInPullQueue=5000 waitTimeMillsInSendQueue=200
        waitTimeMillsInTransactionQueue=3000 warmMapedFileEnable=false writeBufferHighWaterMark=0
        writeBufferLowWaterMark=0
        """

    /// What only 4.9.8 has, or has another value for.
    private static let old = """
        autoDeleteUnusedStats=false commercialBigCount=1 commercialEnable=true commercialTimerCount=1
        commercialTransCount=1 filterServerNums=0 haSlaveFallbehindMax=268435456 isEnableBatchPush=false
        mapedFileSizeCommitLog=1073741824 maxDelayTime=40 registerBrokerTimeoutMills=6000
        transactionCheckInterval=60000
        """
}

/// Properties as text: names and values, separated by blanks.
enum PropertyTable {
    static func values(_ texts: String...) -> [String: String] {
        var values: [String: String] = [:]
        for word in texts.joined(separator: " ").split(whereSeparator: \.isWhitespace) {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        return values
    }
}
