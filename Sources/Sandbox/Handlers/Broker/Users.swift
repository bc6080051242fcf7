internal import AdminProtocol
internal import Remoting

extension Broker {
    static let userHandlers: [Handler<Broker>] = [
        .on(CreateUser.self) { broker, request, call in
            var user = try broker.checked(request.user, named: request.username, "create", call)
            if isBlank(user.password ?? "") { throw Refusal(.noPermission, "password can not be blank") }
            if broker.users.users[user.username] != nil { throw Refusal(.noPermission, "The user is existed") }
            (user.userType, user.userStatus) = (user.userType ?? "Normal", user.userStatus ?? "enable")
            broker.users.users[user.username] = user
            return Empty()
        },
        .on(UpdateUser.self) { broker, request, call in
            let news = try broker.checked(request.user, named: request.username, "update", call)
            guard var user = broker.users.users[news.username] else {
                throw Refusal(.noPermission, "The user is not exist")
            }
            try broker.spareSuper(user, .noPermission, "update", call)
            if let password = news.password, !isBlank(password) { user.password = password }
            (user.userType, user.userStatus) = (news.userType ?? user.userType, news.userStatus ?? user.userStatus)
            broker.users.users[user.username] = user
            return Empty()
        },
        .on(DeleteUser.self) { broker, request, call in
            call.remark = Refusal.unset
            if isBlank(request.username) { throw Refusal(.noPermission, "username can not be blank") }
            guard let user = broker.users.users[request.username] else { return Empty() }
            try broker.spareSuper(user, .noPermission, "update", call)
            broker.users.remove(request.username)
            return Empty()
        },
        .on(GetUser.self) { broker, request, call in
            call.remark = Refusal.unset
            if isBlank(request.username) { throw Refusal(.invalidParameter, "The username is blank") }
            return IfAny(broker.users.users[request.username])
        },
        .on(ListUsers.self) { broker, request, call in
            call.remark = Refusal.unset
            let filter = request.filter ?? ""
            let names = broker.users.users.keys.filter { isBlank(filter) || $0.holds(filter) }.sorted()
            return IfAny(names.isEmpty ? nil : JSONList(names.compactMap { broker.users.users[$0] }))
        },
    ]

    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// The user that a request is about, with RocketMQ's names for its type and status; unknown ones count as none.
    private func checked(
        _ user: UserInfo, named name: String, _ verb: String, _ call: Call
    ) throws(Refusal) -> UserInfo {
        call.remark = Refusal.unset
        if name.isEmpty { throw Refusal(.invalidParameter, "The username is blank") }
        var user = user
        user.username = name
        user.userType = ["Super", "Normal"].first { $0.lowercased() == user.userType?.lowercased() }
        user.userStatus = ["enable", "disable"].first { $0 == user.userStatus?.lowercased() }
        try spareSuper(user, .systemError, verb, call)
        if Self.isBlank(name) { throw Refusal(.noPermission, "username can not be blank") }
        return user
    }

    /// Who signs as a user that is no super user leaves super users alone.
    private func spareSuper(
        _ user: UserInfo, _ code: ResponseCode, _ verb: String, _ call: Call
    ) throws(Refusal) {
        guard user.userType == "Super", let key = call.request.fields["AccessKey"], !key.isEmpty,
            users.users[key]?.userType != "Super"
        else { return }
        throw Refusal(code, "The super user can only be \(verb) by super user")
    }
}

extension String {
    /// Whether `part` stands somewhere in this text; unlike `contains` it needs no table of Unicode.
    func holds(_ part: String) -> Bool {
        let (text, part) = (Array(utf8), Array(part.utf8))
        if part.count > text.count { return false }
        return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
