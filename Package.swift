// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]
/// Regular expressions would add 1.3 MB to the binary; tests may use them.
let product = strict + [.unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])]

/// A library of the system: Debian's archive where there is one, so that the binary starts without a dynamic linker's
/// search, and the shared library elsewhere.
func library(_ name: String, archive: String? = nil) -> [LinkerSetting] {
    [
        .linkedLibrary(":lib\(archive ?? name).a", .when(platforms: [.linux])),
        .linkedLibrary(name, .when(platforms: [.macOS])),
    ]
}

/// Both parts in their order, wherever one is used: an archive is searched for what those before it lack.
let openSSL = library("ssl") + library("crypto")

/// Commands run once: a hundred of them are better small than fast.
let small: [SwiftSetting] = [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// A part of the product; its folder is `Sources/<name>`.
func part(
    _ name: String, _ dependencies: [Target.Dependency] = [], links: [LinkerSetting] = [],
    settings: [SwiftSetting] = []
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: product + settings, linkerSettings: links)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
    name: "mqadmin",
    products: [.executable(name: "mqadmin", targets: ["mqadmin"])],
    targets: [
        .systemLibrary(name: "CUV", providers: [.apt(["libuv1-dev"])]),
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLZ4", providers: [.apt(["liblz4-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),

        part("EventLoop", ["CUV"], links: library("uv", archive: "uv_a")),
        part("LooseJSON"),
        part(
            "Remoting", ["LooseJSON", "CZlib", "CLZ4", "CZstd", "COpenSSL"],
            links: library("z") + library("lz4") + library("zstd") + openSSL),
        part("AdminProtocol", ["Remoting", "LooseJSON"], settings: small),
        part("TLS", ["EventLoop", "COpenSSL"], links: openSSL, settings: small),
        part("AdminClient", ["EventLoop", "TLS", "Remoting", "AdminProtocol", "LooseJSON"], settings: small),
        part("CommandKit", ["LooseJSON", "CYAML"], links: library("yaml"), settings: small),
        part(
            "Subcommands",
            ["CommandKit", "AdminClient", "AdminProtocol", "Remoting", "EventLoop", "TLS", "Sandbox", "LooseJSON"],
            settings: small),
        part(
            "Sandbox", ["EventLoop", "TLS", "Remoting", "AdminProtocol", "AdminClient", "LooseJSON", "CZlib"],
            settings: small),
        part(
            "Execution", ["Subcommands", "CommandKit", "AdminClient", "AdminProtocol", "EventLoop", "Remoting"],
            settings: small),
        part(
            "Shell", ["Execution", "Subcommands", "CommandKit", "AdminClient", "EventLoop", "CReadline"],
            links: library("readline") + library("tinfo"), settings: small),
        .executableTarget(
            name: "mqadmin",
            dependencies: ["Shell", "Execution", "Subcommands", "CommandKit", "AdminClient", "EventLoop"],
            swiftSettings: product),

        .executableTarget(
            name: "decode", dependencies: ["AdminProtocol"], path: "Benchmarks/Decode", swiftSettings: product),
        .target(
            name: "RecordingSupport", dependencies: ["LooseJSON", "Remoting", "CLZ4", "CZstd"],
            path: "Tests/RecordingSupport",
            swiftSettings: strict),
        .target(
            name: "SchemaSupport", dependencies: ["LooseJSON", "Subcommands", "CommandKit"],
            path: "Tests/SchemaSupport",
            swiftSettings: strict),
        .target(
            name: "PeerSupport", dependencies: ["EventLoop", "Remoting"], path: "Tests/PeerSupport",
            swiftSettings: strict),
        tests("EventLoop", ["EventLoop"]),
        tests("TLS", ["TLS", "EventLoop", "Sandbox", "AdminClient", "AdminProtocol", "Remoting", "PeerSupport"]),
        tests("LooseJSON", ["LooseJSON", "RecordingSupport"]),
        tests("Remoting", ["Remoting", "LooseJSON", "RecordingSupport"]),
        tests("Fuzz", ["AdminProtocol", "Remoting", "LooseJSON", "RecordingSupport"]),
        tests(
            "AdminProtocol", ["AdminProtocol", "Remoting", "LooseJSON", "RecordingSupport"],
            resources: [.copy("Fixtures")]),
        tests("AdminClient", ["AdminClient", "AdminProtocol", "EventLoop", "Remoting", "PeerSupport"]),
        tests(
            "Sandbox",
            ["Sandbox", "AdminClient", "AdminProtocol", "EventLoop", "Remoting", "LooseJSON", "RecordingSupport"]),
        tests(
            "Coverage",
            ["Sandbox", "AdminClient", "AdminProtocol", "EventLoop", "Remoting", "LooseJSON", "RecordingSupport"],
            resources: [.copy("Fixtures")]),
        tests(
            "Subcommand",
            [
                "Subcommands", "CommandKit", "Sandbox", "AdminClient", "AdminProtocol", "EventLoop", "Remoting",
                "LooseJSON", "RecordingSupport", "SchemaSupport",
            ],
            resources: [.copy("Fixtures")]),
        tests(
            "Replay",
            [
                "Subcommands", "CommandKit", "Sandbox", "AdminClient", "EventLoop", "Remoting", "LooseJSON",
                "RecordingSupport",
                "SchemaSupport",
            ]),
        tests("Shell", ["Shell", "Subcommands", "CommandKit", "Sandbox", "AdminClient", "EventLoop"]),
        tests("CommandKit", ["CommandKit", "LooseJSON"], resources: [.copy("Fixtures")]),
        tests("EndToEnd", ["mqadmin", "Sandbox", "TLS", "EventLoop", "Remoting", "LooseJSON", "PeerSupport"]),
    ]
)
