extension String {
    /// The script for zsh; what stands between at signs is filled in.
    static let zshTemplate = #"""
        #compdef @TOOL@
        # zsh completion for @TOOL@; made from the declarations of its commands: do not edit.

        _@TOOL@_commands() {
            local -a commands
            commands=(
        @COMMANDS@    )
            _describe -t commands command commands
        }

        # Names that only a live cluster knows; what precedes the last argument is for compadd.
        _@TOOL@_live() {
            local -a names
            names=("${(@f)$("${(Q)service}" __complete "${@[-1]}" -- "${(@)line_words}" </dev/null 2>/dev/null)}")
            names=(${names:#})
            (( ${#names} )) && compadd "${@[1,-2]}" -a names
        }

        _@TOOL@() {
            local curcontext="$curcontext" state line service=$words[1]
            local -a shared line_words
            local -A opt_args
            line_words=("${(@)words[2,CURRENT-1]}")
            shared=(
        @SHARED@    )
            _arguments -C $shared '1:command:_@TOOL@_commands' '*::argument:->arguments' && return 0
            [[ $state == arguments ]] || return 1
            case $words[1] in
        @CASES@    esac
            return 1
        }

        if [[ $funcstack[1] == _@TOOL@ ]]; then
            _@TOOL@ "$@"
        else
            compdef _@TOOL@ @TOOL@
        fi

        """#
}
