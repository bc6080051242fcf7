internal import CommandKit
internal import Glibc
internal import Sandbox
internal import TLS

/// Whether a server that speaks TLS serves others too; the words are RocketMQ's for `tls.server.mode`.
enum TLSMode: String, OptionalChoice {
    case permissive, enforcing

    static let valueName = "mode"
    static let unsaid = permissive
}

/// The authority of a sandbox that speaks TLS, and the files that a client of it needs.
struct SandboxSecurity {
    /// How the servers are to speak TLS.
    struct Terms: Sendable {
        var mode: TLSMode
        /// Where the files stay; else they are gone when the sandbox ends.
        var folder: String?
        /// Where a folder for them is made.
        var temporary: String
        var needsClientCertificate: Bool

        var keepsFiles: Bool { folder != nil }
    }

    private let folder: String
    let security: SandboxOptions.Security
    /// What tells this program of the files, that of the authority first.
    let variables: [(String, String)]

    /// Makes an authority whose name nobody else trusts, and its certificates, which are good for this machine only.
    init(_ terms: Terms) throws {
        let folder = try terms.folder ?? Self.temporaryFolder(below: terms.temporary)
        self.folder = folder
        let authority = try TLSIdentity.authority(named: "mqadmin sandbox")
        let server = try authority.issue("localhost", names: "DNS:localhost,IP:127.0.0.1,IP:::1")
        let own = terms.needsClientCertificate ? try authority.issue("mqadmin") : nil
        var options = TLSClient.Options()
        var variables: [(String, String)] = []
        func add(_ variable: String, _ name: String, _ bytes: [UInt8]) throws(FileError) -> String {
            let path = try PrivateFile.write(bytes, named: name, in: folder)
            variables.append((variable, path))
            return path
        }
        options.authorities = try add("MQADMIN_TLS_CA", "ca.pem", authority.certificateText)
        if let own {
            options.certificate = try add("MQADMIN_TLS_CERT", "client.pem", own.certificateText)
            options.key = try add("MQADMIN_TLS_KEY", "client-key.pem", own.keyText)
        }
        self.variables = variables
        security = SandboxOptions.Security(
            server: try TLSServer(
                server, isEnforcing: terms.mode == .enforcing, clientsOf: own != nil ? authority : nil),
            client: try TLSClient(options))
    }

    /// A new folder that only the user may look into.
    private static func temporaryFolder(below folder: String) throws(FileError) -> String {
        var path = Array("\(folder)/mqadmin-tls-XXXXXX".utf8CString)
        guard path.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil else {
            throw FileError(folder, errno: errno)
        }
        return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Takes the files away, and their folder where nothing else is in it.
    func remove() {
        for (_, path) in variables { unlink(path) }
        rmdir(folder)
    }
}
