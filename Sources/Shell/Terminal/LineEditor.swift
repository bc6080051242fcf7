@preconcurrency internal import CReadline
internal import EventLoop
internal import Execution
internal import Glibc
internal import Synchronization

/// GNU readline on the terminal, driven by the event loop: everything else goes on while a line is typed.
///
/// Readline keeps its state in globals, as there is one terminal; all of this runs on the loop's thread.
enum LineEditor {
    /// A line that was typed, nil for the end of input.
    struct Line {
        var text: String?
    }

    struct State {
        var lines: [Line] = []
        var isEditing = false
        var isContinued = false
        var wasCleared = false
        /// The prompt of a first line.
        var prompt = ""
        /// The line and the place of the last Tab that could not go on: the next one lists.
        var lastTab: (line: String, point: CInt)?
    }

    static let state = Mutex(State())
    nonisolated(unsafe) static var complete: (String) -> Completer.Offers = {
        .init(start: $0.utf8.count, typed: "")
    }

    /// Whether a line is being typed.
    static var isEditing: Bool { state.withLock { $0.isEditing } }

    /// Prepares readline; `complete` answers Tab.
    static func start(complete: @escaping (String) -> Completer.Offers) {
        self.complete = complete
        rl_readline_name = UnsafePointer(strdup("mqadmin"))
        rl_catch_signals = 0
        rl_catch_sigwinch = 0
        rl_change_environment = 0
        speakUTF8()
        rl_initialize()
        rl_bind_key(CInt(UInt8(ascii: "\t"))) { _, _ in LineEditor.tab() }
        rl_variable_bind("page-completions", "off")
        using_history()
        stifle_history(10_000)
    }

    /// Whether Ctrl-C threw away what was typed before the last line, and the lines before it.
    static var wasCleared: Bool { state.withLock { $0.wasCleared } }

    /// Without a locale, or in that of C, multi-byte characters could not be edited; readline asks the environment, anew
    /// for each line.
    private static func speakUTF8() {
        setlocale(LC_CTYPE, "")
        if String(cString: nl_langinfo(CInt(CODESET))) == "UTF-8" { return }
        setenv((Environment["LC_ALL"] ?? "").isEmpty ? "LC_CTYPE" : "LC_ALL", "C.UTF-8", 1)
    }

    /// The next line that the user types, nil at the end of input; `isContinued` asks for more of a statement.
    static func readLine(_ prompt: String, isContinued: Bool, on loop: EventLoop) async throws -> String? {
        rl_reset_screen_size()
        state.withLock { ($0.prompt, $0.isContinued, $0.wasCleared) = (prompt, isContinued, false) }
        rl_callback_handler_install(isContinued ? "> " : prompt) { line in
            defer { free(line) }
            LineEditor.accept(line.map { String(cString: $0) })
        }
        state.withLock { $0.isEditing = true }
        defer { stop() }
        while true {
            if let line = state.withLock({ $0.lines.isEmpty ? nil : $0.lines.removeFirst() }) { return line.text }
            if !hasInput { try await loop.readable(STDIN_FILENO) }
            rl_callback_read_char()
        }
    }

    private static func accept(_ line: String?) {
        // At once, so that readline neither prompts again nor leaves the terminal as it likes it.
        rl_callback_handler_remove()
        state.withLock {
            $0.lines.append(Line(text: line))
            $0.isEditing = false
        }
    }

    private static func stop() {
        guard isEditing else { return }
        rl_callback_handler_remove()
        state.withLock { $0.isEditing = false }
    }

    /// Whether something was typed already: many lines may have been pasted.
    static var hasInput: Bool {
        var poll = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, 0) > 0
    }
}

extension LineEditor {
    /// Throws away what was typed, as Ctrl-C does.
    static func clear() {
        // What was changed of a line of the history is forgotten.
        rl_revert_line(1, 0)
        using_history()
        rl_free_line_state()
        rl_callback_sigcleanup()
        rl_crlf()
        rl_replace_line("", 1)
        let prompt = state.withLock { state in
            (state.wasCleared, state.isContinued) = (true, false)
            return state.prompt
        }
        rl_set_prompt(prompt)
        rl_on_new_line()
        rl_redisplay()
    }

    /// Shows another prompt, and a line above it, without disturbing what is being typed.
    static func show(prompt: String, above notice: String?) {
        // In a search readline has a prompt of its own.
        let isContinued = state.withLock { state in
            state.prompt = prompt
            return state.isContinued
        }
        guard isEditing, rl_readline_state & UInt(RL_STATE_ISEARCH | RL_STATE_NSEARCH) == 0 else { return }
        rl_clear_visible_line()
        if let notice {
            fputs(notice + "\n", rl_outstream)
        }
        rl_set_prompt(isContinued ? "> " : prompt)
        rl_on_new_line()
        rl_redisplay()
    }

    /// The window has another size.
    static func resize() { if isEditing { rl_resize_terminal() } }

    /// Gives the terminal back while `body` runs, such as while the process is stopped.
    static func away(_ body: () -> Void) {
        let wasEditing = isEditing
        if wasEditing { rl_deprep_terminal() }
        body()
        guard wasEditing else { return }
        rl_prep_terminal(1)
        rl_forced_update_display()
    }
}
