extension String {
    /// The script for fish; what stands between at signs is filled in.
    static let fishTemplate = #"""
        # fish completion for @TOOL@; made from the declarations of its commands: do not edit.

        # Prints the command that is being typed, if there is one already.
        function __@TOOL@_command
            set -l skip 0
            for word in (commandline -opc)[2..]
                if test $skip = 1
                    set skip 0
                    continue
                end
                switch $word
                    case @VALUED@
                        set skip 1
                    case '-*'
                    case '*'
                        echo $word
                        return 0
                end
            end
            return 1
        end

        function __@TOOL@_needs_command
            not __@TOOL@_command >/dev/null
        end

        function __@TOOL@_runs
            contains -- (__@TOOL@_command) $argv
        end

        # Names that only a live cluster knows.
        function __@TOOL@_live
            set -l words (commandline -opc)
            command $words[1] __complete $argv[1] -- $words[2..] </dev/null 2>/dev/null
        end

        complete -c @TOOL@ -f
        @SHARED@
        @COMMANDS@
        @OPTIONS@
        """#
}
