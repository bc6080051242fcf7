internal import CommandKit
internal import EventLoop
internal import Execution
internal import Subcommands

extension Interpreter {
    /// Runs the lines of a script until its end, `quit`, or a failure.
    func run(_ source: sending LineSource, from origin: Origin) async throws -> CInt {
        var script = Pending()
        var result: CInt = 0
        while leaving == nil {
            let line = try await source.next()
            do throws(SyntaxError) {
                guard let statements = try script.add(line) else { continue }
                let status = await run(statements, from: origin)
                if result == 0 { result = status }
            } catch {
                tell([error.description], origin, error.line)
                if result == 0 { result = ExitStatus.usage.rawValue }
            }
            if line == nil || result != 0 && !keepsGoing || last.status == ExitStatus.interrupted.rawValue { break }
        }
        return leaving.map { $0 == 0 ? result : $0 } ?? result
    }

    /// Whether a line names a secret, so that it must not be kept.
    nonisolated static func holdsSecret(_ text: String, in edition: Edition) -> Bool {
        let statements = (try? Lexer.statements(of: text)) ?? []
        return statements.contains { statement in
            guard case .command(let words) = statement.action else { return names(secret: text) }
            let plain = words.compactMap { $0.expanded { _ in "" } }
            return plain.contains(where: names) || Draft(plain, of: catalog, in: edition).holdsSecret
        } || statements.isEmpty && names(secret: text)
    }

    private nonisolated static func names(secret word: String) -> Bool {
        let folded = String(decoding: word.utf8.map(\.folded), as: UTF8.self)
        return !folded.hasSuffix("-file") && ["secret", "password", "passwd", "token="].contains { folded.holds($0) }
    }
}

/// The lines of a statement that is not complete yet.
struct Pending {
    private var text = ""
    private var first = 0
    private var number = 0

    var isEmpty: Bool { text.isEmpty }

    /// The statements that are complete with this line, nil where more lines have to follow; nil is the end.
    mutating func add(_ line: String?) throws(SyntaxError) -> [Statement]? {
        number += 1
        if isEmpty { first = number }
        text += line.map { $0 + "\n" } ?? ""
        do throws(SyntaxError) {
            let statements = try Lexer.statements(of: text, line: first)
            text = ""
            return statements
        } catch {
            if error.isIncomplete, line != nil, text.utf8.count < 1 << 20 { return nil }
            text = ""
            throw error
        }
    }
}
