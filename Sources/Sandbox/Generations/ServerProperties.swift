/// What the properties of name servers and controllers are where nobody has set them (`NamesrvConfig.java`,
/// `ControllerConfig.java`, `NettyServerConfig.java`).
enum ServerProperties {
    static func nameServer(of generation: Generation) -> [String: String] {
        generation == .v4 ? nameServer4 : nameServer5
    }

    static let controller = PropertyTable.values(
        network, networkSince5,
        """
        controllerDLegerGroup=group1 controllerRequestThreadPoolQueueCapacity=50000 controllerThreadPoolNums=16
        controllerType=DLedger electMasterMaxRetryCount=3 enableElectUncleanMaster=false isProcessReadEvent=false
        jraftConfig= mappedFileSize=1073741824 metricGrpcExporterIntervalInMills=60000
        metricGrpcExporterTimeOutInMills=3000 metricLoggingExporterIntervalInMills=10000 metricsExporterType=DISABLE
        metricsGrpcExporterHeader= metricsGrpcExporterTarget= metricsInDelta=false metricsLabel=
        metricsPromExporterHost= metricsPromExporterPort=5557 notifyBrokerRoleChanged=true
        scanInactiveMasterInterval=5000
        """)

    private static let nameServer4 = PropertyTable.values(
        network,
        """
        clusterTest=false orderMessageEnable=false productEnvName=center
        """)

    private static let nameServer5 = PropertyTable.values(
        network, networkSince5,
        """
        clientRequestThreadPoolNums=8 clientRequestThreadPoolQueueCapacity=50000 clusterTest=false
        defaultThreadPoolNums=16 defaultThreadPoolQueueCapacity=10000 deleteTopicWithBrokerRegistration=false
        enableAllTopicList=true enableControllerInNamesrv=false enableTopicList=true needWaitForService=false
        notifyMinBrokerIdChanged=false orderMessageEnable=false productEnvName=center
        returnOrderTopicConfigToBroker=true supportActingMaster=false unRegisterBrokerQueueCapacity=3000
        waitSecondsForService=45
        """)

    private static let network = """
        serverAsyncSemaphoreValue=64 serverCallbackExecutorThreads=0 serverChannelMaxIdleTimeSeconds=120
        serverOnewaySemaphoreValue=256 serverPooledByteBufAllocatorEnable=true serverSelectorThreads=3
        serverSocketBacklog=1024 serverSocketRcvBufSize=0 serverSocketSndBufSize=0 serverWorkerThreads=8
        useEpollNativeSelector=false writeBufferHighWaterMark=0 writeBufferLowWaterMark=0
        """

    private static let networkSince5 = """
        enableShutdownGracefully=false serverNettyWorkerGroupEnable=true shutdownWaitTimeSeconds=30
        """
}
