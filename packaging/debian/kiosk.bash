# Completion of kiosk(1) for bash.

_kiosk() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=run each
    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $each in
            run | supervise | status | check | render | schema | init | pin | self-test) command=$each; break ;;
        esac
    done

    case $before in
        --rotate) mapfile -t COMPREPLY < <(compgen -W "0 90 180 270" -- "$word"); return ;;
        --format) mapfile -t COMPREPLY < <(compgen -W "text json" -- "$word"); return ;;
        --out) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --play-log) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --screen | --language | --start | --exit-after | --restart-at | --size | --slide) COMPREPLY=(); return ;;
    esac

    local options="--debug --help"
    case $command in
        run | supervise)
            options+=" --windowed --screen --rotate --language --start --exit-after --play-log --restart-at"
            ;;
        check) options+=" --format" ;;
        status) options+=" --format --screen" ;;
        pin) options+=" --remove" ;;
        render) options+=" --out --size --language --slide --pdf" ;;
    esac
    ((COMP_CWORD > 1)) || options+=" --version"
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "run supervise status check render schema init pin self-test" -- "$word")
    elif [[ $command == init ]]; then
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
    elif [[ $command != schema && $command != pin && $command != status ]]; then
        mapfile -t COMPREPLY < <(compgen -f -X '!*.y?(a)ml' -- "$word"; compgen -d -- "$word")
    fi
}
complete -o filenames -F _kiosk kiosk
