internal import AdminProtocol

extension Controller {
    static let settingHandlers: [Handler<Controller>] = [
        .on(GetControllerConfig.self) { controller, _, _ in
            controller.properties.sorted { $0.key < $1.key }.map { "\($0)=\($1)\n" }.joined()
        },
        .on(UpdateControllerConfig.self) { controller, request, _ in
            try controller.update(JavaProperties(parsing: request.properties))
            return Empty()
        },
    ]

    /// A property that it does not have is passed over in silence, as by `Configuration.update`.
    private func update(_ changes: JavaProperties) throws(Refusal) {
        let protected = ["rocketmqHome"] + (properties["configBlackList"] ?? "").split(separator: ";").map(String.init)
        if changes.entries.contains(where: { protected.contains($0.key) }) {
            throw Refusal(.noPermission, "Can not update config in black list.")
        }
        for (key, value) in changes.entries where properties[key] != nil { properties[key] = value }
    }
}
