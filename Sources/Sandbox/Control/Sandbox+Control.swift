internal import AdminProtocol
internal import LooseJSON
internal import Remoting

extension Sandbox {
    /// Does what `mqadmin sandbox <action>` asks for; the text is what the command reads.
    func carryOut(_ order: SandboxOrder, _ call: Call) throws -> String {
        switch order.action {
        case "fault add": return "\(try add(Fault(order.terms)))"
        case "fault list": return faults.json.description
        case "fault remove": return "\(try removeFaults(order.terms["id"]))"
        case "kill": return try carryOut(order, killing: true, call)
        case "start": return try carryOut(order, killing: false, call)
        default: throw Refusal(.requestCodeNotSupported, "\(SandboxOrder.ignorance) \(order.action)")
        }
    }
}
