import CommandKit

/// What a user is (`UserType.java`).
enum UserType: String, CaseIterable, ArgumentValue {
    /// May do everything.
    case `super` = "Super"
    /// May do what policies allow.
    case normal = "Normal"
}

/// Whether a user may sign requests (`UserStatus.java`).
enum UserStatus: String, CaseIterable, ArgumentValue {
    case enable, disable
}
