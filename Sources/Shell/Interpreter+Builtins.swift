internal import AdminClient
internal import CommandKit
internal import EventLoop
internal import Execution
internal import Glibc
internal import Subcommands

extension Interpreter {
    func run(_ builtin: Builtin, _ words: [String], to outlet: Outlet) async throws -> Verdict {
        switch builtin {
        case .watch: return try await watch(words, to: outlet)
        case .repeat: return try await `repeat`(words, to: outlet)
        case .time: return try await time(words, to: outlet)
        case .source: return try await source(words)
        case .use: try use(words)
        case .set: try set(words, outlet)
        case .last: return try await drawLast(words, to: outlet)
        case .history: try outlet.write(lines: history(words))
        case .explain: try outlet.write(lines: explanation(words))
        case .clear: if outlet.isTerminal { try outlet.write(Array("\u{1b}[H\u{1b}[2J\u{1b}[3J".utf8)) }
        case .quit, .exit: leaving = try words.first.map { CInt(try number($0, 0...255, builtin)) } ?? 0
        }
        return Verdict([])
    }

    private func number(_ text: String?, _ range: ClosedRange<Int>, _ builtin: Builtin) throws -> Int {
        guard let text, let number = Int(text), range.contains(number) else {
            throw UsageError("usage: \(builtin.usage)")
        }
        return number
    }

    private func watch(_ words: [String], to outlet: Outlet) async throws -> Verdict {
        guard words.count > 1, let period = try? Duration(argument: words[0]), period >= .milliseconds(100) else {
            throw UsageError("usage: \(Builtin.watch.usage), at least every 100ms")
        }
        let command = Array(words.dropFirst())
        let title = "every \(words[0]): \(command.joined(separator: " "))".escapingControls()
        while true {
            let page = Outlet(keepingOn: loop)
            do { try page.write(lines: try await dispatch(command, to: page).lines) } catch let error
                as CancellationError
            {
                throw error
            } catch {
                try page.write(lines: Verdict(error).lines)
            }
            try outlet.release()
            try outlet.write(Screen.bytes(title, page.kept, isTerminal: outlet.isTerminal))
            if leaving != nil { return Verdict([]) }
            try await loop.sleep(until: .after(period))
        }
    }

    private func `repeat`(_ words: [String], to outlet: Outlet) async throws -> Verdict {
        let count = try number(words.first, 0...1_000_000_000, .repeat)
        var verdict = Verdict([])
        for _ in 0..<count where verdict.status == 0 && leaving == nil {
            verdict = try await dispatch(Array(words.dropFirst()), to: outlet)
            try Task.checkCancellation()
        }
        return verdict
    }

    private func time(_ words: [String], to outlet: Outlet) async throws -> Verdict {
        let start = ContinuousClock.now
        defer {
            let tenths = Int((ContinuousClock.now - start) / .microseconds(100))
            Console.tell("took \(tenths / 10).\(tenths % 10) ms")
        }
        return try await dispatch(words, to: outlet)
    }

    private func source(_ words: [String]) async throws -> Verdict {
        guard words.count == 1 else { throw UsageError("usage: \(Builtin.source.usage)") }
        guard depth < 16 else { throw UsageError("\(words[0]): too many files that run each other") }
        depth += 1
        defer { depth -= 1 }
        return Verdict(status: try await run(LineSource(file: words[0], on: loop), from: Origin(file: words[0])))
    }

    private func drawLast(_ words: [String], to outlet: Outlet) async throws -> Verdict {
        guard let kind = memory.kind else { throw UsageError("there is no result yet") }
        let format = words.count == 1 && !words[0].hasPrefix("-") ? ["--output"] + words : words
        let globals = try catalog.parse(["version"] + format + ["--output", settings["output"] ?? "text"]).globals
        let drawing = Drawing(globals.format, kind: kind, raw: globals.raw, to: outlet.write)
        return Verdict(try await drawing.draw(again: memory))
    }
}

extension Interpreter {
    private func history(_ words: [String]) throws -> [String] {
        let count = try words.first.map { try number($0, 0...1_000_000, .history) } ?? .max
        return HistoryFile.lines(last: min(count, 1_000_000)).map { "\($0.number)  \($0.line)".escapingControls() }
    }

    private func explanation(_ words: [String]) throws -> [String] {
        guard words == ["last"] else { throw UsageError("usage: \(Builtin.explain.usage)") }
        let meaning = ExitStatus(rawValue: last.status)?.meaning ?? "The status of a program."
        return ["status \(last.status): \(meaning)"] + last.lines.map { $0.escapingControls() }
    }

    /// What the shell knows beside the subcommands, or about one of its words.
    func help(_ builtin: Builtin?) -> String {
        if let builtin { return "Usage: \(builtin.usage)\n\n\(builtin.summary).\n" }
        let widest = Builtin.allCases.map(\.usage.count).max() ?? 0
        let lines = Builtin.allCases.map { builtin in
            "  \(builtin.usage)\(String.blanks(widest - builtin.usage.count))  \(builtin.summary)\n"
        }
        return catalog.overview(width: Console.columns) + "\nIn this shell\n" + lines.joined()
            + "  <command> | <program>, <command> > <file>, >> <file>, ! <program>, # comment, NAME=value, $NAME, ;\n"
    }
}
