extension String {
    /// The script for bash; what stands between at signs is filled in.
    static let bashTemplate = #"""
        # bash completion for @TOOL@; made from the declarations of its commands: do not edit.

        # Adds what begins like the word at the cursor. Names may come from the network: nothing is expanded.
        _@TOOL@_offer() {
            local line
            while IFS= read -r line; do
                [[ -n $line && $line == "$current"* ]] || continue
                printf -v line %q "$add${line#"$strip"}"
                COMPREPLY+=("$line")
            done
        }

        # Readline quotes names of files itself.
        _@TOOL@_paths() {
            local line
            compopt -o filenames 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("$add${line#"$strip"}"); done < <(compgen "$1" -- "$current")
        }

        _@TOOL@_act() {
            case $1 in
                live:*) _@TOOL@_offer < <("${COMP_WORDS[0]}" __complete "${1#live:}" -- "${line_words[@]:1}" \
                    </dev/null 2>/dev/null) ;;
                words:*) _@TOOL@_offer < <(printf '%s\n' ${1#words:}) ;;
                files) _@TOOL@_paths -f ;;
                directories) _@TOOL@_paths -d ;;
                commands) _@TOOL@_offer < <(printf '%s\n' @COMMANDS@) ;;
            esac
        }

        # Bash splits words at colons and equal signs, of which addresses are full: this splits the line anew, and finds
        # the command, the option before the cursor, and what bash will put before an offer by itself.
        _@TOOL@_read() {
            local line=${COMP_LINE:0:COMP_POINT} word skip=
            read -ra line_words <<<"$line"
            [[ $line == *[[:space:]] ]] && line_words+=("")
            (( ${#line_words[@]} > 1 )) || return 1
            current=${line_words[${#line_words[@]}-1]}
            unset "line_words[${#line_words[@]}-1]"
            previous=${line_words[${#line_words[@]}-1]}
            if [[ $current == --*=* ]]; then
                previous=${current%%=*}
                [[ $COMP_WORDBREAKS == *=* ]] || add=$previous=
                current=${current#*=}
            fi
            [[ $current == *:* && $COMP_WORDBREAKS == *:* ]] && strip=${current%:*}:
            for word in "${line_words[@]:1}"; do
                if [[ -n $skip ]]; then skip=; continue; fi
                case $word in
                    @VALUED@) skip=1 ;;
                    -*) ;;
                    *) command=$word; break ;;
                esac
            done
            return 0
        }

        # Completes the value of an option of all commands; fails where there is none to complete.
        _@TOOL@_shared() {
            case $previous in
        @SHARED_VALUES@        *) return 1 ;;
            esac
        }

        _@TOOL@() {
            local current previous command= options= words= strip= add=
            local -a line_words
            COMPREPLY=()
            _@TOOL@_read || return 0
            case $command in
                '')
                    options=@SHARED_OPTIONS@
                    words=commands
                    ;;
        @CASES@    esac
            _@TOOL@_shared && return 0
            if [[ $current == -* ]]; then
                _@TOOL@_act "words:$options"
            elif [[ -n $words ]]; then
                _@TOOL@_act "$words"
            fi
        }
        complete -F _@TOOL@ @TOOL@

        """#
}
