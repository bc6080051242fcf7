extension BrokerProperties {
    /// What 5.3.3 has besides, or has another value for.
    static let since5 = """
        accessMessageInMemoryHotRatio=26 accountStatsEnable=true accountStatsPrintZeroValues=true
        ackMessageThreadPoolNums=16 ackThreadPoolQueueCapacity=100000 adminBrokerThreadPoolQueueCapacity=10000
        allAckInSyncStateSet=false allowRecallWhenBrokerNotWriteable=true appendAckAsync=false appendCkAsync=false
        asyncLearner=false asyncSendEnable=true autoDeleteUnusedStats=true autoMessageVersionOnTopicLen=true
        batchDispatchRequestThreadPoolNums=16 bottomMostCompressionTypeForConsumeQueueStore=zstd
        broadcastOffsetExpireMaxSecond=300 broadcastOffsetExpireSecond=120 brokerElectionPriority=2147483647
        brokerHeartbeatInterval=1000 brokerNotActiveTimeoutMillis=10000 cgColdReadThreshold=3145728
        channelExpiredTimeout=120000 checkSyncStateSetPeriod=5000 cleanOfflineBrokerInterval=30000
        cleanRocksDBDirtyCQIntervalMin=60 cleanSwapedMapInterval=300000 clearRetryTopicWhenDeleteTopic=true
        coldCtrStrategyEnable=false coldDataFlowControlEnable=false coldDataScanEnable=false commercialSizePerMsg=4096
        commitLogForceSwapMapInterval=43200000 commitLogSwapMapInterval=3600000 commitLogSwapMapReserveFileNum=100
        compactionCqMappedFileSize=10485760 compactionMappedFileSize=104857600 compactionScheduleInternal=900000
        compactionThreadNum=6 compatibleWithOldNameSrv=true configManagerVersion=v1 consumerOffsetUpdateVersionStep=500
        controllerHeartBeatTimeoutMills=10000 correctLogicMinOffsetForceInterval=300000
        correctLogicMinOffsetSleepInterval=1 dataReadAheadEnable=false defaultMessageRequestMode=PULL
        defaultPopShareQueueNum=-1 delayOffsetUpdateVersionStep=200 deleteFileBatchMax=10 disableCallbackExecutor=false
        disableNettyWorkerGroup=false disappearTimeAfterStart=-1 diskSpaceCleanForciblyRatio=85
        diskSpaceWarningLevelRatio=90 dispatchCqCacheNum=4096 dispatchCqThreads=10 dispatchFromSenderThread=false
        enableAsyncReput=true enableAutoInSyncReplicas=false enableBatchPush=false enableBroadcastOffsetStore=true
        enableBuildConsumeQueueConcurrently=false enableCleanExpiredOffset=false enableCompaction=true
        enableCreateSysGroup=true enableFastChannelEventProcess=false enableLmqStats=false enableMixedMessageType=false
        enableNetWorkFlowControl=false enableNotifyAfterPopOrderLockRelease=true enableNotifyBeforePopCalculateLag=true
        enablePopBatchAck=false enablePopBufferMerge=false enablePopLog=false enablePopMessageThreshold=false
        enableReconnectForGoAway=true enableRegisterProducer=true enableRemoteEscape=false enableRetryTopicV2=false
        enableRocksDBLog=false enableShutdownGracefully=false enableSingleTopicRegister=false
        enableSkipLongAwaitingAck=false enableSlaveActingMaster=false enableSplitRegistration=false
        enabledAppendPropCRC=false estimateAccumulation=true fetchControllerAddrByDnsLookup=false
        fetchNameSrvAddrByDnsLookup=false fetchNamesrvAddrInterval=10000 forceVerifyPropCRC=false forwardTimeout=3000
        globalColdReadThreshold=104857600 haFlowControlEnable=false haMaxGapNotInSync=268435456
        haMaxTimeSlaveNotCatchup=15000 inSyncReplicas=1 initPopOffsetByCheckMsgInMem=true isBrokerContainer=false
        isInBrokerContainer=false isScanAvailableNameSrv=true litePullMessageEnable=true
        litePullMessageThreadPoolNums=20 litePullThreadPoolQueueCapacity=100000 loadBalancePollNameServerInterval=30000
        loadBalanceProcessorThreadPoolNums=32 loadBalanceThreadPoolQueueCapacity=100000 lockInStrictMode=false
        logicQueueForceSwapMapInterval=43200000 logicQueueSwapMapInterval=3600000 logicQueueSwapMapReserveFileNum=20
        logicalDiskSpaceCleanForciblyThreshold=0.8 mappedFileSizeTimerLog=104857600 mappedFileSwapEnable=true
        mapperFileSizeBatchConsumeQueue=13800000 maxAsyncPutMessageRequests=5000 maxBatchDeleteFilesNum=50
        maxChecksumRange=1073741824 maxConsumeQueueScan=20000 maxFilterMessageSize=16000
        maxHaTransferByteInSecond=104857600 maxOffsetMapSize=104857600 maxPopPollingSize=100000
        maxReconnectIntervalTimeSeconds=60 maxRecoveryCommitlogFiles=30 maxSlaveResendLength=268435456
        maxStatsIdleTimeInMinutes=-1 maxTopicLength=127 memTableFlushIntervalMs=3600000
        metricGrpcExporterIntervalInMills=60000 metricGrpcExporterTimeOutInMills=3000
        metricLoggingExporterIntervalInMills=10000 metricsExporterType=DISABLE metricsGrpcExporterHeader=
        metricsGrpcExporterTarget= metricsInDelta=false metricsLabel= metricsOtelCardinalityLimit=50000
        metricsPromExporterHost= metricsPromExporterPort=5557 minInSyncReplicas=1 popCkMaxBufferSize=200000
        popCkOffsetMaxQueueSize=20000 popCkStayBufferTime=10000 popCkStayBufferTimeOut=3000
        popConsumerFSServiceInit=true popConsumerKVServiceEnable=false popConsumerKVServiceInit=false
        popConsumerKVServiceLog=false popFromRetryProbability=20 popInflightMessageThreshold=10000
        popLongPollingForceNotifyInterval=800 popPollingMapSize=100000 popPollingSize=1024
        popResponseReturnActualRetryTopic=false popReviveMaxAttemptTimes=16 popReviveMaxReturnSizePerRead=16384
        printChannelGroups=false printChannelGroupsMinNum=5 pullBatchMaxMessageCount=160
        putConsumeQueueDataByFileChannel=true putMessageTimeout=8000 readUnCommitted=false
        realTimeNotifyConsumerChange=true realTimePersistRocksDBConfig=true recallMessageEnable=false
        recheckReputOffsetFromCq=false recoverConcurrently=false recoverThreadPoolNums=32
        registerBrokerTimeoutMills=24000 rejectPullConsumerEnable=false replicasPerDiskPartition=1
        retrieveMessageFromPopRetryTopicV1=true reviveAckWaitMs=180000 reviveInterval=1000 reviveMaxSlow=3
        reviveQueueNum=8 reviveScanTime=10000 rocksdbCQDoubleWriteEnable=false rocksdbCompressionType=lz4
        rocksdbFlushWalFrequency=1024 rocksdbWalFileRollingThreshold=1073741824 sampleCountThreshold=5000
        sampleSteps=32 searchBcqByCacheEnable=true sendHeartbeatTimeoutMillis=1000 serverLoadBalancerEnable=true
        serverNettyWorkerGroupEnable=true shutdownWaitTimeSeconds=30 skipPreOnline=false
        skipWhenCKRePutReachMaxTimes=false socksProxyConfig={} spinLockCollisionRetreatOptimalDegree=1000
        splitRegistrationSize=800 statRocksDBCQIntervalSec=10 storeType=default subscriptionExpiredTimeout=600000
        syncBrokerMemberGroupPeriod=1000 syncBrokerMetadataPeriod=5000 syncControllerMetadataPeriod=10000
        syncFromLastFile=false syncMasterFlushOffsetWhenStartup=false timerCheckMetricsWhen=05
        timerColdDataCheckIntervalMs=60000 timerCongestNumEachSlot=2147483647 timerEnableCheckMetrics=true
        timerEnableDisruptor=false timerEnableRetryUntilSuccess=false timerFlushIntervalMs=1000
        timerGetMessageThreadNum=3 timerInterceptDelayLevel=false timerMaxDelaySec=259200
        timerMetricSmallThreshold=1000000 timerPrecisionMs=1000 timerProgressLogIntervalMs=10000
        timerPutMessageThreadNum=3 timerRollWindowSlot=172800 timerSkipUnknownError=false timerStopDequeue=false
        timerStopEnqueue=false timerWarmEnable=false timerWheelEnable=true topicQueueLockNum=32 totalReplicas=1
        transactionCheckInterval=30000 transactionMetricFlushInterval=3000 transactionOpBatchInterval=3000
        transactionOpMsgMaxSize=4096 travelCqFileNumWhenGetMessage=1 updateNameServerAddrPeriod=120000 useABSLock=false
        usePIDColdCtrStrategy=true useServerSideResetOffset=true useStaticSubscription=false
        validateSystemTopicWhenUpdateTopic=true waitTimeMillsInAckQueue=3000 waitTimeMillsInAdminBrokerQueue=5000
        waitTimeMillsInLitePullQueue=5000 wakeCommitWhenPutMessage=true wakeFlushWhenPutMessage=false
        """
}
