import AdminClient
import AdminProtocol
import CommandKit

/// Controllers of one group.
struct ControllerAddresses: ArgumentValue {
    static let kind = ValueKind(
        "host:port;…", expects: "addresses such as 192.168.0.1:9878;192.168.0.2:9878")
    let addresses: [PeerAddress]

    init(argument: String) throws(MalformedValue) { addresses = try NameServerList(argument: argument).addresses }

    var argument: String? { NameServerList(addresses).argument }
}

extension Admin {
    /// What the first of the controllers that answers says of its group.
    func controllerMetadata(from controllers: ControllerAddresses) async throws -> ControllerMetadata {
        var errors: [any Error] = []
        for controller in controllers.addresses {
            do { return try await send(ControllerGetMetadataInfo(), to: controller) } catch let error
                as CancellationError
            {
                throw error
            } catch {
                errors.append(error)
            }
        }
        throw errors.count == 1 ? errors[0] : AllFailedError(errors: errors)
    }

    /// The controller that leads the group; throws `NotFoundError` while there is none.
    func leader(of controllers: ControllerAddresses) async throws -> PeerAddress {
        let text = try await controllerMetadata(from: controllers).controllerLeaderAddress ?? ""
        guard let leader = PeerAddress(text) else {
            throw NotFoundError("the controllers have no leader at the moment: see getControllerMetaData")
        }
        return leader
    }
}
