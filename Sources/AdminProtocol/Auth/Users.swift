/// A user of ACL 2.0 (`UserInfo.java`); since 5.3.
public struct UserInfo: JSONContent, Equatable {
    public var username: String
    public var password: String?
    /// `Super` or `Normal`.
    public var userType: String?
    /// `enable` or `disable`.
    public var userStatus: String?

    public init(username: String, password: String? = nil, userType: String? = nil, userStatus: String? = nil) {
        (self.username, self.password) = (username, password)
        (self.userType, self.userStatus) = (userType, userStatus)
    }
}

extension UserInfo: CustomStringConvertible {
    /// Its name only: what is said of a user must not tell its password.
    public var description: String { username }
}

/// Creates a user on one broker (`CreateUserRequestHeader.java`); since 5.3.
public struct CreateUser: Request {
    public static let code: RequestCode = 3001
    public var username: String
    @Body public var user: UserInfo

    public init(_ user: UserInfo) { (username, self.user) = (user.username, user) }
}

/// Changes what is given of a user on one broker (`UpdateUserRequestHeader.java`); since 5.3.
public struct UpdateUser: Request {
    public static let code: RequestCode = 3002
    public var username: String
    @Body public var user: UserInfo

    public init(_ user: UserInfo) { (username, self.user) = (user.username, user) }
}

/// Deletes a user, with its permissions, on one broker (`DeleteUserRequestHeader.java`); since 5.3.
public struct DeleteUser: Request {
    public static let code: RequestCode = 3003
    public var username: String

    public init(username: String) { self.username = username }
}

/// Asks a broker for a user (`GetUserRequestHeader.java`); since 5.3.
public struct GetUser: Request {
    public static let code: RequestCode = 3004
    public typealias Response = IfAny<UserInfo>
    public var username: String

    public init(username: String) { self.username = username }
}

/// Asks a broker for its users (`ListUsersRequestHeader.java`); since 5.3.
public struct ListUsers: Request {
    public static let code: RequestCode = 3005
    public typealias Response = IfAny<JSONList<UserInfo>>
    /// Only users whose name contains this.
    public var filter: String?

    public init(filter: String?) { self.filter = filter }
}
