import AdminClient
import AdminProtocol
import CommandKit
import LooseJSON
import Sandbox

/// What is to go wrong in a sandbox.
struct SandboxFault: Options {
    @Option(extra: "code", "fault add: only requests of this name or number, such as SEND_MESSAGE_V2")
    var code: RequestName?
    @Option(extra: "server", "fault add: only at namesrv, controller, container, broker-a, broker-a:1 or an address")
    var server: String?
    @Option(extra: "delay", "fault add: the request waits for so long first") var delay: Duration?
    @Option(extra: "refuse", "fault add: the answer is this code, such as 14 or TOPIC_NOT_EXIST")
    var refusal: ResponseName?
    @Option(extra: "remark", "with --refuse: the words beside the code") var remark: String?
    @Option(extra: "drop", "fault add: there is no answer; the request is not carried out, or with answer, it is")
    var drop: Drop?
    @Option(extra: "garbage", "fault add: the answer is nothing that a client can read") var garbage: Bool
    @Option(extra: "close-mid-frame", "fault add: the connection ends in the middle of the answer") var cut: Bool
    @Option(extra: "times", "fault add: it is over after so many requests") var times: Int?

    func fault() throws(UsageError) -> Fault {
        let effects: [Fault.Effect?] = [
            refusal.map { .refuse($0.code, remark: remark ?? "a fault of the sandbox") },
            drop.map { $0 == .answer ? .dropAnswer : .dropRequest }, garbage ? .garbage : nil,
            cut ? .closeMidFrame : nil,
        ]
        let chosen = effects.compactMap(\.self)
        if chosen.count > 1 { throw UsageError("--refuse, --drop, --garbage and --close-mid-frame exclude each other") }
        if chosen.isEmpty, delay == nil {
            throw UsageError("say what goes wrong: --delay, --refuse, --drop, --garbage or --close-mid-frame")
        }
        if remark != nil, refusal == nil { throw UsageError("--remark needs --refuse") }
        if let times, times < 1 { throw UsageError("--times has to be at least 1") }
        return Fault(code?.code, chosen.first, server: server, delay: delay, times: times)
    }
}

extension RunSandbox {
    func faults(_ admin: Admin) async throws -> Output {
        switch subject {
        case "add":
            let fault = try fault.fault()
            let id = try await admin.order("fault add", fault.terms)
            return .said(Message("fault \(id) is in place", fields: ["id": Int(id)]))
        case "list": return .second(Table(try StandingFault.list(await admin.order("fault list"))))
        case "clear", "remove":
            if subject == "remove", number == nil { throw UsageError("fault remove needs the number of a fault") }
            let count = try await admin.order("fault remove", number.map { ["id": "\($0)"] } ?? [:])
            return .said(Message("\(counted(Int(count) ?? 0, "fault")) removed", fields: ["removed": Int(count)]))
        default: throw UsageError("say what to do about faults: add, list, remove or clear")
        }
    }
}

/// Which half of an exchange is lost.
enum Drop: String, OptionalChoice {
    case request, answer

    static let valueName = "half"
    static let unsaid = request
}

/// A type of request, by its name or number.
struct RequestName: ArgumentValue {
    static let kind = ValueKind("code", expects: "the name or the number of a request")
    let code: RequestCode

    init(argument: String) throws(MalformedValue) {
        code = RequestCode(
            rawValue: try number(argument, RequestCode.all.map { ($0.name ?? "", $0.rawValue) }))
    }

    var argument: String? { "\(code)" }
}

/// A code of an answer, by its name or number.
struct ResponseName: ArgumentValue {
    static let kind = ValueKind("code", expects: "the name or the number of a response code")
    let code: ResponseCode

    init(argument: String) throws(MalformedValue) {
        code = ResponseCode(
            rawValue: try number(argument, ResponseCode.all.map { ($0.name ?? "", $0.rawValue) }))
    }

    var argument: String? { "\(code)" }
}

private func number(_ text: String, _ names: [(String, Int)]) throws(MalformedValue) -> Int {
    if let number = Int32(text) { return Int(number) }
    if let found = names.first(where: { $0.0 == text.uppercased() }) { return found.1 }
    let near = Nearest.names(to: text, among: names.map(\.0))
    throw near.isEmpty ? MalformedValue() : MalformedValue("did you mean \(near.joined(separator: ", "))?")
}
