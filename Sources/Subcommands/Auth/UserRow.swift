import AdminProtocol
import CommandKit

/// A user in `getUser` and `listUser`.
struct UserRow: TableRow {
    var user: UserInfo

    static let columns: [Column<Self>] = [
        Column("#UserName", "username", width: -16) { $0.user.username },
        Column(
            "#Password", "password", width: -22, { $0.user.password }, text: { $0.user.password ?? "null" }),
        Column(
            "#UserType", "userType", width: -22, { $0.user.userType }, text: { $0.user.userType ?? "null" }),
        Column(
            "#UserStatus", "userStatus", width: -22, { $0.user.userStatus }, text: { $0.user.userStatus ?? "null" }),
    ]
}
