# Completion of lede's commands, flags and values for bash; it needs nothing but bash itself.
_lede() {
    local line=${COMP_LINE:0:COMP_POINT} words=() word before='' i
    # Bash parts words at = and : too, which lede does not.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        local trimmed=${line#"${line%%[![:space:]]*}"}
        ((i == COMP_CWORD)) && word=$trimmed
        if ((${#words[@]})) && [[ $trimmed == "$line" && ( $word == [:=]* || $before == *[:=] ) ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        line=${trimmed#"$word"}
        before=$word
    done
    local current=${words[${#words[@]} - 1]} quoted='' flag=''
    case $current in [\"\']*) quoted=1 current=${current:1} ;; esac
    words[${#words[@]} - 1]=${current//\\/}

    local out directive=0 value
    out=$(command "${words[0]}" __complete "${words[@]:1}" 2>/dev/null) || return
    directive=${out##*:}
    case $current in --*=*) flag=${current%%=*}= current=${current#*=} ;; esac
    [[ $COMP_WORDBREAKS == *=* ]] && flag=''
    local typed=${current//[\"\\]/}
    COMPREPLY=()
    while IFS= read -r value; do
        value=${value%%$'\t'*}
        [[ $value && $value != :"$directive" && ${value//\"/} == "$typed"* ]] || continue
        if [[ ! $quoted ]]; then
            printf -v value %q "$value"
            # What stands before the last = or : is a word of its own to bash, and stays.
            [[ $current == *[:=]* && $COMP_WORDBREAKS == *:* ]] && value=${value#"${current%"${current##*[:=]}"}"}
        fi
        COMPREPLY+=("$flag$value")
    done <<<"$out"

    type compopt &>/dev/null || return 0
    if ((directive & 2)); then compopt -o nospace; fi
    if ((directive & 4)); then
        compopt +o default
    elif ((${#COMPREPLY[@]})); then # files, too
        compopt -o filenames
        while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$current")
    fi
}
complete -o default -F _lede lede
