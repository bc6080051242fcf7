/// What a value in a broker's configuration file has to be, as the properties of 4.9.8 and 5.3.3 have it
/// (`BrokerConfig.java`, `MessageStoreConfig.java`, `NettyServerConfig.java`, `NettyClientConfig.java`, `AuthConfig.java`).
public enum BrokerFileProperty: Sendable {
    case switches, numbers, fractions, texts

    /// All names that such a file may have.
    public static var names: [String] { kinds.keys.sorted() }

    /// What the value of a name is; nil of a name that RocketMQ does not know.
    init?(of name: String) {
        guard let kind = Self.kinds[name] else { return nil }
        self = kind
    }

    /// Of the same kind as a usual value.
    private init(like value: String) {
        switch value {
        case "true", "false": self = .switches
        default: self = Int(value) != nil ? .numbers : Double(value) != nil ? .fractions : .texts
        }
    }

    /// Why a value is none of this kind; nil when it is.
    func problem(with value: String) -> String? {
        switch self {
        case .switches: ["true", "false"].contains(value.lowercased()) ? nil : "true or false is expected"
        case .numbers: Int(value) == nil ? "a whole number is expected" : nil
        case .fractions: Double(value) == nil ? "a number is expected" : nil
        case .texts: nil
        }
    }

    private static let kinds: [String: Self] = {
        var kinds: [String: Self] = [:]
        for generation in Generation.allCases {
            for (name, value) in BrokerProperties.defaults(of: generation) { kinds[name] = Self(like: value) }
        }
        for (kind, names) in [(Self.switches, otherSwitches), (.numbers, otherNumbers), (.texts, otherTexts)] {
            for name in names.split(whereSeparator: \.isWhitespace) { kinds[String(name)] = kind }
        }
        return kinds
    }()

    /// Those without a usual value: it depends on the broker, or belongs to a part of RocketMQ that is off.
    private static let otherSwitches = """
        authenticationEnabled authorizationEnabled autoCreateSubscriptionGroup autoCreateTopicEnable enableControllerMode
        inBrokerContainer migrateAuthFromV1Enabled readAheadCacheEnable recordGetMessageResult scanAvailableNameSrv
        tieredStoreCrcCheckEnable tieredStoreDeleteFileEnable tieredStoreGroupCommit
        """

    private static let otherNumbers = """
        aclCacheExpiredSecond aclCacheMaxNum aclCacheRefreshSecond brokerId commitLogRollingInterval
        commitLogRollingMinimumSize defaultTopicQueueNums haListenPort listenPort maxMessageSize
        readAheadCacheExpireDuration readAheadMessageCountThreshold readAheadMessageSizeThreshold
        statefulAuthenticationCacheExpiredSecond statefulAuthenticationCacheMaxNum
        statefulAuthorizationCacheExpiredSecond statefulAuthorizationCacheMaxNum tieredStorageLevel
        tieredStoreCommitLogMaxSize tieredStoreConsumeQueueMaxSize tieredStoreDeleteFileInterval
        tieredStoreFileReservedTime tieredStoreGroupCommitCount tieredStoreGroupCommitSize tieredStoreGroupCommitTimeout
        tieredStoreIndexFileMaxHashSlotNum tieredStoreIndexFileMaxIndexNum tieredStoreMaxGroupCommitCount
        tieredStoreMaxPendingLimit userCacheExpiredSecond userCacheMaxNum userCacheRefreshSecond
        """

    /// And `deleteWhen`, which may be several hours: `04;16`.
    private static let otherTexts = """
        authConfigPath authenticationMetadataProvider authenticationProvider authenticationStrategy
        authenticationWhitelist authorizationMetadataProvider authorizationProvider authorizationStrategy
        authorizationWhitelist bindAddress brokerClusterName brokerConfigPath brokerIP1 brokerIP2 brokerName brokerRole
        clusterName configBlackList configName controllerAddr dLegerGroup dLegerPeers dLegerSelfId deleteWhen
        haMasterAddress initAuthenticationUser innerClientAuthenticationCredentials messageDelayLevel namesrvAddr
        objectStoreAccessKey objectStoreBucket objectStoreEndpoint objectStoreSecretKey preferredLeaderId
        readOnlyCommitLogStorePaths rocketmqHome storePathBrokerIdentity storePathCommitLog storePathDLedgerCommitLog
        storePathEpochFile storePathRootDir tieredBackendServiceProvider tieredMetadataServiceProvider
        tieredStoreFilePath
        """
}
