internal import AdminClient
internal import AdminProtocol
internal import LooseJSON
internal import Remoting

/// A run of a command and what went over the wire, as a file that `mqadmin replay` and the tests of this project read.
public struct WireRecording: Sendable {
    /// The command line, without the program's name.
    public var arguments: [String]
    public var exitStatus: Int
    /// Epoch milliseconds.
    public var began: Int
    /// Epoch milliseconds.
    public var ended: Int
    public var standardOutput: [UInt8]
    public var standardError: [UInt8]

    public init(arguments: [String], began: Int) {
        (self.arguments, self.began) = (arguments, began)
        (exitStatus, ended, standardOutput, standardError) = (0, began, [], [])
    }

    /// Writes the file, which only the user may read, whole or not at all.
    public func write(_ log: WireLog, to path: String) throws {
        let place = FilePlace(path)
        _ = try PrivateFile.write(
            Array((json(log.exchanges).pretty(indent: 1) + "\n").utf8), named: place.name, in: place.folder,
            isShared: true)
    }

    private func json(_ exchanges: [WireLog.Exchange]) -> JSON {
        let server = exchanges.lazy.compactMap(\.response).first.map { ServerVersion(rawValue: $0.version) }
        return [
            "name": .string(arguments.first ?? ""),
            "version": .string(server.map(Self.release) ?? ""),
            "argv": .array(arguments.map { .string($0) }),
            "exit": .integer(exitStatus),
            "seconds": .double(Double(ended - began) / 1000),
            "recordedAt": .integer(began),
            "stdout": .string(String(decoding: standardOutput, as: UTF8.self)),
            "stderr": .string(String(decoding: standardError, as: UTF8.self)),
            "exchanges": .array(exchanges.map(Self.json)),
        ]
    }

    /// `5.3.3`, where the version calls itself `V5_3_3`.
    private static func release(_ version: ServerVersion) -> String {
        String(version.name.compactMap { $0 == "V" ? nil : $0 == "_" ? "." : $0 })
    }

    private static func json(_ exchange: WireLog.Exchange) -> JSON {
        var members: [JSON.Member] = [
            JSON.Member("to", .string(exchange.address.description)),
            JSON.Member("oneway", .bool(exchange.request.kind == .oneway)),
            JSON.Member("request", json(exchange.request)),
        ]
        if let response = exchange.response { members.append(JSON.Member("response", json(response))) }
        return .object(members)
    }

    private static func json(_ frame: Frame) -> JSON {
        let flags: [Frame.Kind: Int] = [.request: 0, .response: 1, .oneway: 2]
        var header: [JSON.Member] = [
            JSON.Member("code", .integer(frame.code)), JSON.Member("flag", .integer(flags[frame.kind] ?? 0)),
            JSON.Member("language", .string(frame.language.name)), JSON.Member("opaque", .integer(frame.opaque)),
            JSON.Member("version", .integer(frame.version)),
        ]
        if let remark = frame.remark { header.append(JSON.Member("remark", .string(remark))) }
        if !frame.fields.isEmpty {
            let fields = frame.fields.sorted { $0.key < $1.key }
            header.append(
                JSON.Member("extFields", .object(fields.map { JSON.Member(.string($0.key), .string($0.value)) })))
        }
        var members = [
            JSON.Member("serialize", .integer(frame.coding.rawValue)), JSON.Member("header", .object(header)),
        ]
        if !frame.body.isEmpty { members.append(JSON.Member("body", .string(Base64.text(frame.body)))) }
        return .object(members)
    }
}
