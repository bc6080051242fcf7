public import AdminClient
public import CommandKit

/// Something that the command line, the environment or a context can say; the raw value is its key in a file.
public enum Setting: String, CaseIterable, Sendable {
    case namesrvAddr, accessKey, secretKey, securityToken
    case tls, tlsCa, tlsCert, tlsKey, tlsServerName, tlsInsecure
    case timeout, output, compat, addrMap, vip, protected

    /// The variable that holds it, where there is one; RocketMQ's own names stay.
    var variable: String? {
        switch self {
        case .namesrvAddr: "NAMESRV_ADDR"
        case .accessKey: "ROCKETMQ_ACL_ACCESS_KEY"
        case .secretKey: "ROCKETMQ_ACL_SECRET_KEY"
        case .securityToken: "ROCKETMQ_ACL_SECURITY_TOKEN"
        case .tls: "MQADMIN_TLS"
        case .tlsCa: "MQADMIN_TLS_CA"
        case .tlsCert: "MQADMIN_TLS_CERT"
        case .tlsKey: "MQADMIN_TLS_KEY"
        case .tlsServerName: "MQADMIN_TLS_SERVER_NAME"
        case .tlsInsecure: "MQADMIN_TLS_INSECURE"
        case .timeout: "MQADMIN_TIMEOUT"
        case .output: "MQADMIN_OUTPUT"
        case .compat: "MQADMIN_COMPAT"
        case .addrMap: "MQADMIN_ADDR_MAP"
        default: nil
        }
    }

    /// What holds where nothing says otherwise.
    var standing: String? {
        switch self {
        case .timeout: "5s"
        case .output: "text"
        case .compat: "5"
        case .vip, .protected, .tls, .tlsInsecure: "false"
        default: nil
        }
    }

    /// Whether a file may only say where the value is.
    var isSecret: Bool { self == .secretKey || self == .securityToken }

    /// Whether it is the path of a file.
    var isFile: Bool { self == .tlsCa || self == .tlsCert || self == .tlsKey }

    /// Whether it is a part of what requests are signed with.
    var isCredential: Bool { isSecret || self == .accessKey }

    /// Throws what is wrong with a text as this setting's value in a context.
    func check(_ text: String) throws(MalformedValue) {
        switch self {
        case .namesrvAddr: try check(text, as: NameServerList.self)
        case .timeout: try check(text, as: Duration.self)
        case .output: try check(text, as: Format.self)
        case .compat: try check(text, as: Edition.self)
        case .addrMap: try check(text, as: AddressMap.self)
        case .tls, .tlsInsecure, .vip, .protected: try check(text, as: Bool.self)
        case .secretKey, .securityToken: try check(text, as: SecretReference.self)
        case .accessKey, .tlsCa, .tlsCert, .tlsKey, .tlsServerName:
            if text.trimmed.isEmpty { throw MalformedValue("expected a text") }
        }
    }

    private func check(_ text: String, as type: (some ArgumentValue).Type) throws(MalformedValue) {
        do throws(MalformedValue) { _ = try type.init(argument: text) } catch {
            throw MalformedValue(error.reason ?? "expected \(type.kind.expectation)")
        }
    }
}

extension AddressMap: ArgumentValue {
    public static var kind: ValueKind {
        ValueKind("from=to,…", expects: "'auto', or pairs such as '172.17.0.*=127.0.0.1'")
    }

    public init(argument: String) throws(MalformedValue) {
        guard let map = AddressMap(parsing: argument) else { throw MalformedValue() }
        self = map
    }

    public var argument: String? { description }
}
