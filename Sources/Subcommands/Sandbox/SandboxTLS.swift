internal import CommandKit

/// How a sandbox speaks TLS.
struct SandboxTLS: Options {
    @Option(extra: "tls", "speak TLS, besides plain connections or, with enforcing, in their place") var tls: TLSMode?
    @Option(extra: "tls-dir", "where the files for TLS are written, and stay (else a folder of their own)")
    var folder: FilePath?
    @Option(extra: "tls-client-auth", "with --tls: want a certificate of clients, too") var wantsCertificates: Bool

    /// What is asked for, if anything.
    func terms(_ session: Session) throws -> SandboxSecurity.Terms? {
        if let given = session.globals.given.first(where: { $0.key != .tls && $0.key.rawValue.hasPrefix("tls") }) {
            throw UsageError("\(given.value.option) is of no use here: a sandbox makes its own certificates")
        }
        guard let tls else {
            if folder == nil, !wantsCertificates { return nil }
            throw UsageError("\(wantsCertificates ? "--tls-client-auth" : "--tls-dir") needs --tls")
        }
        return SandboxSecurity.Terms(
            mode: tls, folder: folder?.text, temporary: session.environment("TMPDIR") ?? "/tmp",
            needsClientCertificate: wantsCertificates)
    }
}
