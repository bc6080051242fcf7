@preconcurrency internal import CReadline
internal import Glibc
internal import Synchronization

extension LineEditor {
    /// Completes the word before the cursor; a second time lists what it may be.
    static func tab() -> CInt {
        let line = String(cString: rl_line_buffer)
        let before = String(decoding: line.utf8.prefix(Int(rl_point)), as: UTF8.self)
        let offers = complete(before)
        guard let insertion = Insertion(offers) else { return rl_ding() }
        let isAgain = state.withLock { $0.lastTab.map { $0 == (line, rl_point) } ?? false }
        if insertion.list.isEmpty {
            replace(from: CInt(offers.start), by: insertion.text)
        } else if isAgain {
            list(insertion.list)
        } else {
            rl_ding()
        }
        let now = (String(cString: rl_line_buffer), rl_point)
        state.withLock { $0.lastTab = insertion.list.isEmpty ? nil : now }
        return 0
    }

    private static func replace(from start: CInt, by text: String) {
        rl_begin_undo_group()
        rl_delete_text(start, rl_point)
        rl_point = start
        rl_insert_text(text)
        rl_end_undo_group()
    }

    /// Shows the words in columns below the line; the most that anybody reads.
    private static func list(_ words: [String]) {
        let shown = words.prefix(300)
        // Readline wants the common start first, and frees nothing.
        var matches: [UnsafeMutablePointer<CChar>?] = ([""] + shown).map { strdup($0) } + [nil]
        rl_crlf()
        rl_display_match_list(&matches, CInt(shown.count), CInt(shown.map(\.utf8.count).max() ?? 0))
        if shown.count < words.count { fputs("… and \(words.count - shown.count) more\r\n", rl_outstream) }
        matches.forEach { free($0) }
        rl_forced_update_display()
    }
}
