public import AdminClient
public import CommandKit
internal import Remoting

extension EffectiveSettings {
    /// The edition of RocketMQ whose texts hold.
    public func edition() throws(UsageError) -> Edition { try value(.compat, as: Edition.self) ?? .v5 }

    /// How to draw the result; `--json` wins over a context.
    public func format(_ globals: GlobalArguments) throws(UsageError) -> Format {
        globals.json ? .json : try value(.output, as: Format.self) ?? .text
    }

    /// What an `Admin` is made with; `ask` reads a secret from the user, or returns nil where there is none to ask.
    public func adminSettings(
        signing: Bool = true, asking ask: (String) throws -> String?
    ) throws -> Admin.Settings {
        let servers = try value(.namesrvAddr, as: NameServerList.self) ?? NameServerList([])
        var settings = Admin.Settings(
            nameServers: servers, timeout: try value(.timeout, as: Duration.self) ?? .seconds(5),
            credentials: signing ? try credentials(asking: ask) : nil)
        settings.addressMap = try value(.addrMap, as: AddressMap.self) ?? AddressMap()
        settings.usesVIPPort = try value(.vip, as: Bool.self) ?? false
        settings.security = try security()
        return settings
    }

    private func credentials(asking ask: (String) throws -> String?) throws -> Credentials? {
        guard let access = try secret(.accessKey) else {
            guard let choice = choices[.secretKey] else { return nil }
            throw UsageError("\(choice.origin) gives a secret key, and no access key is given: use --access-key")
        }
        guard let secret = try secret(.secretKey) ?? ask("secret key of \(access): ") else {
            throw UsageError(
                "no secret key is given for access key '\(access)': use --secret-key-file or set "
                    + "ROCKETMQ_ACL_SECRET_KEY")
        }
        return Credentials(accessKey: access, secretKey: secret, securityToken: try self.secret(.securityToken))
    }

    private func secret(_ setting: Setting) throws -> String? {
        guard let choice = choices[setting] else { return nil }
        switch choice.origin {
        // There the value itself stands, and may begin as a reference does.
        case .variable, .toolsFile, .standing: return choice.text
        case .option, .context:
            guard let reference = try? SecretReference(argument: choice.text) else { return choice.text }
            return try reference.resolve(environment)
        }
    }
}
