extension Admin {
    /// The name servers that the settings name; throws `NoNameServerError` when there is none.
    public nonisolated func nameServerAddresses() throws(NoNameServerError) -> [PeerAddress] {
        if settings.nameServers.addresses.isEmpty { throw NoNameServerError() }
        return settings.nameServers.addresses
    }
}
