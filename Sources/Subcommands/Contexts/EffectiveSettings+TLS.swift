internal import CommandKit
internal import TLS

extension EffectiveSettings {
    /// How connections are made secure; nil where they are plain.
    ///
    /// Throws a `UsageError` for a file that is of no use, with where it is named.
    func security() throws -> TLSClient? {
        guard try isSecure() else { return nil }
        var options = TLSClient.Options()
        options.authorities = path(.tlsCa)
        (options.certificate, options.key) = (path(.tlsCert), path(.tlsKey))
        options.serverName = choices[.tlsServerName]?.text
        options.isVerifying = try value(.tlsInsecure, as: Bool.self) != true
        if options.certificate == nil, let choice = choices[.tlsKey] {
            throw UsageError("\(choice.origin) gives a key, and no certificate is given: use --tls-cert")
        }
        do { return try TLSClient(options) } catch let error as TLSFileError {
            throw UsageError("\(origin(of: error.role)): \(error.path): \(error.problem)")
        } catch let error as TLSError {
            throw UsageError("OpenSSL cannot be used: \(error.chain.first ?? "\(error.reason)")")
        }
    }

    /// Whether anything asks for TLS: whatever speaks of it does, unless `tls` itself is said to be false.
    private func isSecure() throws(UsageError) -> Bool {
        if try value(.tls, as: Bool.self) == true { return true }
        let isRefused = if case .standing? = choices[.tls]?.origin { false } else { choices[.tls] != nil }
        let others: [Setting] = [.tlsCa, .tlsCert, .tlsKey, .tlsServerName, .tlsInsecure]
        return others.contains { setting in
            guard let choice = choices[setting], choice.text != "false" else { return false }
            // An option is nearer than what says false.
            if case .option = choice.origin { return true }
            return !isRefused
        }
    }

    /// What is to be told of connections that only seem to be secure.
    var insecurityNote: String? {
        // A malformed value is told of where the settings are used.
        guard let choice = choices[.tlsInsecure], (try? isSecure()) == true,
            (try? value(.tlsInsecure, as: Bool.self)) == true
        else { return nil }
        return "\(choice.origin): the servers' certificates are not checked, so anybody on the way could pass for them"
    }

    private func origin(of role: TLSFileError.Role) -> Origin {
        switch role {
        case .authorities: choices[.tlsCa]?.origin ?? .standing
        case .certificate: choices[.tlsCert]?.origin ?? .standing
        case .key: (choices[.tlsKey] ?? choices[.tlsCert])?.origin ?? .standing
        }
    }

    /// A file; one that a context names stands beside the context's file, wherever one is.
    private func path(_ setting: Setting) -> String? {
        guard let choice = choices[setting] else { return nil }
        if choice.text.hasPrefix("~/") { return (environment("HOME") ?? "") + choice.text.dropFirst() }
        guard case .context(let context) = choice.origin else { return choice.text }
        return FilePlace.absolute(choice.text, in: FilePlace(context.file).folder)
    }
}
