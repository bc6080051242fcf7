public import CommandKit

/// A hyphen, which stands for standard input.
enum Dash: String, CaseIterable, ArgumentValue {
    case standardInput = "-"
}

/// The user wants the shell, which the layer above has: thrown by the command that asks for it.
public struct ShellRequest: Error {
    /// Where its commands come from.
    public enum Input: Sendable, Equatable {
        case terminal
        case commands(String)
        case file(String)
        case standardInput
    }

    /// When it uses colours; `auto` is on a terminal, unless `NO_COLOR` is set.
    public enum Color: String, CaseIterable, ArgumentValue {
        case auto, always, never
    }

    public var input = Input.terminal
    public var keepsGoing = false
    public var color = Color.auto

    /// Asks for the shell on the terminal.
    public init() {}

    init(input: Input, keepsGoing: Bool, color: Color) {
        (self.input, self.keepsGoing, self.color) = (input, keepsGoing, color)
    }
}
