internal import LooseJSON

/// Asks a broker for the versions of its files of accounts; ACL 1.0, not in 5.3.
public struct GetBrokerClusterAclInfo: Request {
    public static let code: RequestCode = 52
    public typealias Response = AclVersions

    public init() {}
}

/// The versions of a broker's files of accounts (`GetBrokerAclConfigResponseHeader.java`).
public struct AclVersions: Header {
    public var clusterName: String
    public var brokerName: String
    public var brokerAddr: String
    /// JSON of the default file's version.
    public var version: String
    /// JSON of each file's version, by path; in 4.9.8, not in 4.9.1.
    public var allAclFileVersion: String?

    public init(clusterName: String, brokerName: String, brokerAddr: String, version: String) {
        (self.clusterName, self.brokerName, self.brokerAddr) = (clusterName, brokerName, brokerAddr)
        self.version = version
    }

    /// The files, sorted by path; one without a path from a broker that does not name it.
    public func files() throws(PayloadError) -> [(path: String?, version: DataVersion)] {
        do {
            guard let allAclFileVersion else {
                return [(nil, try DataVersion(json: JSON(parsing: Array(version.utf8))))]
            }
            let versions = try [String: DataVersion](json: JSON(parsing: Array(allAclFileVersion.utf8)))
            return versions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        } catch { throw PayloadError(describing: error) }
    }
}
