internal import AdminProtocol

extension StoredMessage {
    /// What part a message has in a transaction: two bits of `sysFlag` (`MessageSysFlag.java`).
    enum TransactionPart: Int {
        case none = 0
        case prepared = 0x4
        case commit = 0x8
        case rollback = 0xC
    }

    var transactionPart: TransactionPart {
        get { TransactionPart(rawValue: systemFlags.rawValue & TransactionPart.rollback.rawValue) ?? .none }
        set {
            let others = systemFlags.rawValue & ~TransactionPart.rollback.rawValue
            systemFlags = MessageSystemFlags(rawValue: others | newValue.rawValue)
        }
    }

    /// Whether the message waits for the end of its transaction before anybody gets it.
    ///
    /// Consumers before 4.6.1 send back failed messages with the sign of a half message still on them.
    var isHalf: Bool {
        properties[MessageProperty.transactionPrepared]?.lowercased() == "true"
            && !(reconsumeTimes > 0 && delayLevel > 0)
    }
}
