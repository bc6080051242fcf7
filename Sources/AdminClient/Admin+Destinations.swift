internal import AdminProtocol

/// Where peers are really reached.
extension Admin {
    /// The places at which to try `address`, in order; what a name server is called by is what the user said.
    func destinations(of address: PeerAddress, for code: RequestCode) -> [PeerAddress] {
        if settings.nameServers.addresses.contains(address) { return [address] }
        var advertised = address
        // Controllers have no such port.
        if settings.usesVIPPort, !(1001...1999).contains(code.rawValue), address.port > 2 { advertised.port -= 2 }
        if let mapped = settings.addressMap.destination(of: advertised) { return [mapped] }
        guard settings.addressMap.isAutomatic, let server = advertisers[address] ?? nameServers.first,
            advertised.isLocalToItsNetwork,
            !advertised.isBeside(server)
        else { return [advertised] }
        return [advertised, PeerAddress(host: server.host, port: advertised.port)]
    }

    /// Remembers who told of the addresses in an answer, for the errors of those who are not there.
    func note(_ response: some Sendable, from server: PeerAddress) {
        let groups: [BrokerData]
        switch response {
        case let info as ClusterInfo: groups = Array(info.brokerAddrTable.values)
        case let route as TopicRouteData: groups = route.brokerDatas
        default: return
        }
        for address in groups.flatMap(\.brokerAddrs.values).compactMap({ PeerAddress($0) }) {
            advertisers[address] = server
        }
    }
}
