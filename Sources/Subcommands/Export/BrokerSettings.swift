import AdminClient
import AdminProtocol
import LooseJSON

extension Admin {
    /// A broker's settings.
    func properties(of broker: PeerAddress) async throws -> [String: String] {
        Dictionary(JavaProperties(parsing: try await send(AdminProtocol.GetBrokerConfig(), to: broker)).entries)
    }
}
