extension BrokerFileProperty {
    static let switchText = """
        accountStatsEnable accountStatsPrintZeroValues aclEnable allAckInSyncStateSet
        allowRecallWhenBrokerNotWriteable appendAckAsync appendCkAsync asyncLearner asyncSendEnable
        authenticationEnabled authorizationEnabled autoCreateSubscriptionGroup autoCreateTopicEnable
        autoDeleteUnusedStats autoMessageVersionOnTopicLen brokerFastFailureEnable brokerTopicEnable
        checkCRCOnRecover cleanFileForciblyEnable clearRetryTopicWhenDeleteTopic clientCloseSocketIfTimeout
        clientPooledByteBufAllocatorEnable clusterTopicEnable coldCtrStrategyEnable coldDataFlowControlEnable
        coldDataScanEnable commercialEnable compatibleWithOldNameSrv compressedRegister dataReadAheadEnable
        debugLockEnable disableCallbackExecutor disableConsumeIfConsumerReadSlowly disableNettyWorkerGroup
        diskFallRecorded dispatchFromSenderThread duplicationEnable enableAsyncReput enableAutoInSyncReplicas
        enableBatchPush enableBroadcastOffsetStore enableBuildConsumeQueueConcurrently enableCalcFilterBitMap
        enableCleanExpiredOffset enableCompaction enableConsumeQueueExt enableControllerMode enableCreateSysGroup
        enableDLegerCommitLog enableDetailStat enableFastChannelEventProcess enableLmq enableLmqStats
        enableMixedMessageType enableMultiDispatch enableNetWorkFlowControl enableNotifyAfterPopOrderLockRelease
        enableNotifyBeforePopCalculateLag enablePopBatchAck enablePopBufferMerge enablePopLog
        enablePopMessageThreshold enablePropertyFilter enableReconnectForGoAway enableRegisterProducer
        enableRemoteEscape enableRetryTopicV2 enableRocksDBLog enableScheduleAsyncDeliver
        enableScheduleMessageStats enableShutdownGracefully enableSingleTopicRegister enableSkipLongAwaitingAck
        enableSlaveActingMaster enableSplitRegistration enabledAppendPropCRC estimateAccumulation
        fastFailIfNoBufferInStorePool fetchControllerAddrByDnsLookup fetchNameSrvAddrByDnsLookup
        fetchNamesrvAddrByAddressServer filterSupportRetry flushCommitLogTimed forceRegister forceVerifyPropCRC
        haFlowControlEnable highSpeedMode inBrokerContainer initPopOffsetByCheckMsgInMem isolateLogEnable
        litePullMessageEnable lockInStrictMode longPollingEnable mappedFileSwapEnable messageIndexEnable
        messageIndexSafe metricsInDelta migrateAuthFromV1Enabled notifyConsumerIdsChangedEnable offsetCheckInSlave
        popConsumerFSServiceInit popConsumerKVServiceEnable popConsumerKVServiceInit popConsumerKVServiceLog
        popResponseReturnActualRetryTopic printChannelGroups putConsumeQueueDataByFileChannel readAheadCacheEnable
        readUnCommitted realTimeNotifyConsumerChange realTimePersistRocksDBConfig recallMessageEnable
        recheckReputOffsetFromCq recordGetMessageResult recoverConcurrently rejectPullConsumerEnable
        rejectTransactionMessage retrieveMessageFromPopRetryTopicV1 rocksdbCQDoubleWriteEnable scanAvailableNameSrv
        searchBcqByCacheEnable serverLoadBalancerEnable serverNettyWorkerGroupEnable
        serverPooledByteBufAllocatorEnable skipPreOnline skipWhenCKRePutReachMaxTimes slaveReadEnable
        storeReplyMessageEnable syncFromLastFile syncMasterFlushOffsetWhenStartup tieredStoreCrcCheckEnable
        tieredStoreDeleteFileEnable tieredStoreGroupCommit timerEnableCheckMetrics timerEnableRetryUntilSuccess
        timerInterceptDelayLevel timerSkipUnknownError timerStopEnqueue timerWheelEnable traceOn traceTopicEnable
        transferMsgByHeap transientStorePoolEnable useABSLock useEpollNativeSelector usePIDColdCtrStrategy
        useReentrantLockWhenPutMessage useServerSideResetOffset useStaticSubscription useTLS
        validateSystemTopicWhenUpdateTopic wakeCommitWhenPutMessage wakeFlushWhenPutMessage warmMapedFileEnable
        """

    static let numberText = """
        accessMessageInMemoryHotRatio accessMessageInMemoryMaxRatio ackMessageThreadPoolNums
        ackThreadPoolQueueCapacity aclCacheExpiredSecond aclCacheMaxNum aclCacheRefreshSecond
        adminBrokerThreadPoolNums adminBrokerThreadPoolQueueCapacity batchDispatchRequestThreadPoolNums
        bitMapLengthConsumeQueueExt broadcastOffsetExpireMaxSecond broadcastOffsetExpireSecond
        brokerElectionPriority brokerHeartbeatInterval brokerId brokerNotActiveTimeoutMillis brokerPermission
        cgColdReadThreshold channelExpiredTimeout channelNotActiveInterval checkSyncStateSetPeriod
        cleanOfflineBrokerInterval cleanResourceInterval cleanRocksDBDirtyCQIntervalMin cleanSwapedMapInterval
        clientAsyncSemaphoreValue clientCallbackExecutorThreads clientChannelMaxIdleTimeSeconds
        clientManageThreadPoolNums clientManagerThreadPoolQueueCapacity clientOnewaySemaphoreValue
        clientSocketRcvBufSize clientSocketSndBufSize clientWorkerThreads commercialBaseCount commercialBigCount
        commercialSizePerMsg commercialTimerCount commercialTransCount commitCommitLogLeastPages
        commitCommitLogThoroughInterval commitIntervalCommitLog commitLogForceSwapMapInterval
        commitLogRollingInterval commitLogRollingMinimumSize commitLogSwapMapInterval
        commitLogSwapMapReserveFileNum compactionCqMappedFileSize compactionMappedFileSize
        compactionScheduleInternal compactionThreadNum connectTimeoutMillis consumerFallbehindThreshold
        consumerManageThreadPoolNums consumerManagerThreadPoolQueueCapacity consumerOffsetUpdateVersionStep
        controllerHeartBeatTimeoutMills correctLogicMinOffsetForceInterval correctLogicMinOffsetSleepInterval
        defaultPopShareQueueNum defaultQueryMaxNum defaultTopicQueueNums delayOffsetUpdateVersionStep
        deleteCommitLogFilesInterval deleteConsumeQueueFilesInterval deleteFileBatchMax
        destroyMapedFileIntervalForcibly disappearTimeAfterStart diskMaxUsedSpaceRatio diskSpaceCleanForciblyRatio
        diskSpaceWarningLevelRatio dispatchCqCacheNum dispatchCqThreads endTransactionPoolQueueCapacity
        endTransactionThreadPoolNums expectConsumerNumUseFilter fetchNamesrvAddrInterval fileReservedTime
        filterDataCleanTimeSpan filterServerNums flushCommitLogLeastPages flushCommitLogThoroughInterval
        flushConsumeQueueLeastPages flushConsumeQueueThoroughInterval flushConsumerOffsetHistoryInterval
        flushConsumerOffsetInterval flushDelayOffsetInterval flushIntervalCommitLog flushIntervalConsumeQueue
        flushLeastPagesWhenWarmMapedFile forwardTimeout globalColdReadThreshold haHousekeepingInterval haListenPort
        haMaxGapNotInSync haMaxTimeSlaveNotCatchup haSendHeartbeatInterval haSlaveFallbehindMax haTransferBatchSize
        heartbeatThreadPoolNums heartbeatThreadPoolQueueCapacity inSyncReplicas listenPort
        litePullMessageThreadPoolNums litePullThreadPoolQueueCapacity loadBalancePollNameServerInterval
        loadBalanceProcessorThreadPoolNums loadBalanceThreadPoolQueueCapacity logicQueueForceSwapMapInterval
        logicQueueSwapMapInterval logicQueueSwapMapReserveFileNum mappedFileSizeCommitLog
        mappedFileSizeConsumeQueue mappedFileSizeConsumeQueueExt mappedFileSizeTimerLog
        mapperFileSizeBatchConsumeQueue maxAsyncPutMessageRequests maxBatchDeleteFilesNum maxChecksumRange
        maxConsumeQueueScan maxDelayTime maxErrorRateOfBloomFilter maxFilterMessageSize maxHaTransferByteInSecond
        maxHashSlotNum maxIndexNum maxLmqConsumeQueueNum maxMessageSize maxMsgsNumBatch maxOffsetMapSize
        maxPopPollingSize maxReconnectIntervalTimeSeconds maxRecoveryCommitlogFiles maxSlaveResendLength
        maxStatsIdleTimeInMinutes maxTopicLength maxTransferBytesOnMessageInDisk maxTransferBytesOnMessageInMemory
        maxTransferCountOnMessageInDisk maxTransferCountOnMessageInMemory memTableFlushIntervalMs
        metricGrpcExporterIntervalInMills metricGrpcExporterTimeOutInMills metricLoggingExporterIntervalInMills
        metricsExporterType metricsOtelCardinalityLimit metricsPromExporterPort minInSyncReplicas
        osPageCacheBusyTimeOutMills popCkMaxBufferSize popCkOffsetMaxQueueSize popCkStayBufferTime
        popCkStayBufferTimeOut popFromRetryProbability popInflightMessageThreshold
        popLongPollingForceNotifyInterval popPollingMapSize popPollingSize popReviveMaxAttemptTimes
        popReviveMaxReturnSizePerRead printChannelGroupsMinNum processReplyMessageThreadPoolNums
        pullBatchMaxMessageCount pullMessageThreadPoolNums pullThreadPoolQueueCapacity
        putMessageFutureThreadPoolNums putMessageTimeout putMsgIndexHightWater putThreadPoolQueueCapacity
        queryMessageThreadPoolNums queryThreadPoolQueueCapacity readAheadCacheExpireDuration
        readAheadMessageCountThreshold readAheadMessageSizeThreshold recoverThreadPoolNums
        redeleteHangedFileInterval registerBrokerTimeoutMills registerNameServerPeriod replicasPerDiskPartition
        replyThreadPoolQueueCapacity reviveAckWaitMs reviveInterval reviveMaxSlow reviveQueueNum reviveScanTime
        rocksdbFlushWalFrequency rocksdbWalFileRollingThreshold sampleCountThreshold sampleSteps
        scheduleAsyncDeliverMaxPendingLimit scheduleAsyncDeliverMaxResendNum2Blocked sendHeartbeatTimeoutMillis
        sendMessageThreadPoolNums sendThreadPoolQueueCapacity serverAsyncSemaphoreValue
        serverCallbackExecutorThreads serverChannelMaxIdleTimeSeconds serverOnewaySemaphoreValue
        serverSelectorThreads serverSocketBacklog serverSocketRcvBufSize serverSocketSndBufSize serverWorkerThreads
        shortPollingTimeMills shutdownWaitTimeSeconds slaveTimeout spinLockCollisionRetreatOptimalDegree
        splitRegistrationSize startAcceptSendRequestTimeStamp statRocksDBCQIntervalSec
        statefulAuthenticationCacheExpiredSecond statefulAuthenticationCacheMaxNum
        statefulAuthorizationCacheExpiredSecond statefulAuthorizationCacheMaxNum subscriptionExpiredTimeout
        syncBrokerMemberGroupPeriod syncBrokerMetadataPeriod syncControllerMetadataPeriod syncFlushTimeout
        tieredStorageLevel tieredStoreCommitLogMaxSize tieredStoreConsumeQueueMaxSize tieredStoreDeleteFileInterval
        tieredStoreFileReservedTime tieredStoreGroupCommitCount tieredStoreGroupCommitSize
        tieredStoreGroupCommitTimeout tieredStoreIndexFileMaxHashSlotNum tieredStoreIndexFileMaxIndexNum
        tieredStoreMaxGroupCommitCount tieredStoreMaxPendingLimit timerColdDataCheckIntervalMs
        timerCongestNumEachSlot timerFlushIntervalMs timerGetMessageThreadNum timerMaxDelaySec
        timerMetricSmallThreshold timerPrecisionMs timerProgressLogIntervalMs timerPutMessageThreadNum
        timerRollWindowSlot topicQueueLockNum totalReplicas transactionCheckInterval transactionCheckMax
        transactionMetricFlushInterval transactionOpBatchInterval transactionOpMsgMaxSize transactionTimeOut
        transientStorePoolSize travelCqFileNumWhenGetMessage updateNameServerAddrPeriod userCacheExpiredSecond
        userCacheMaxNum userCacheRefreshSecond waitTimeMillsInAckQueue waitTimeMillsInAdminBrokerQueue
        waitTimeMillsInHeartbeatQueue waitTimeMillsInLitePullQueue waitTimeMillsInPullQueue
        waitTimeMillsInSendQueue waitTimeMillsInTransactionQueue writeBufferHighWaterMark writeBufferLowWaterMark
        """

    static let otherText = """
        authConfigPath authenticationMetadataProvider authenticationProvider authenticationStrategy
        authenticationWhitelist authorizationMetadataProvider authorizationProvider authorizationStrategy
        authorizationWhitelist bindAddress bottomMostCompressionTypeForConsumeQueueStore brokerClusterName
        brokerConfigPath brokerIP1 brokerIP2 brokerName brokerRole clusterName configBlackList configManagerVersion
        configName controllerAddr dLegerGroup dLegerPeers dLegerSelfId defaultMessageRequestMode deleteWhen
        flushDiskType haMasterAddress initAuthenticationUser innerClientAuthenticationCredentials messageDelayLevel
        messageStorePlugIn metricsGrpcExporterHeader metricsGrpcExporterTarget metricsLabel metricsPromExporterHost
        msgTraceTopicName namesrvAddr objectStoreAccessKey objectStoreBucket objectStoreEndpoint
        objectStoreSecretKey preferredLeaderId readOnlyCommitLogStorePaths regionId rocketmqHome
        rocksdbCompressionType socksProxyConfig storePathBrokerIdentity storePathCommitLog
        storePathDLedgerCommitLog storePathEpochFile storePathRootDir storeType tieredBackendServiceProvider
        tieredMetadataServiceProvider tieredStoreFilePath
        """
}
