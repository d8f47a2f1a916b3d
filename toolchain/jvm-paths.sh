# Prepares paths and the locale before a JVM starts. To be sourced.

# Prints the encoding of this shell's locale; an empty line if it is unknown.
charmap() {
    { locale charmap || true; } 2>/dev/null
}

# In a locale with ASCII alone, as in many containers and under LC_ALL=POSIX, a JVM reads other letters in its class path and its
# arguments as question marks. This function replaces such a locale by C.UTF-8, which differs in the encoding alone.
use_utf8_paths() {
    case $(charmap) in
        ANSI_X3.4-1968 | US-ASCII | ASCII) ;;
        '')
            case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
                C | POSIX) ;;
                *) return 0 ;;
            esac
            ;;
        *) return 0 ;;
    esac
    if [ -n "${LC_ALL:-}" ]; then
        { export LC_ALL=C.UTF-8; } 2>/dev/null
    else
        { export LC_CTYPE=C.UTF-8; } 2>/dev/null
    fi
}

# Exits with status 2 and one sentence if a JVM can't have a folder's path in its class path.
require_class_path() {
    case $1 in
        *:*)
            echo "gnc: $1 has a colon in its path, which separates the entries of a Java class path, so it can't start there:" \
                "move it to a folder without one." >&2
            exit 2
            ;;
    esac
    # On macOS paths are UTF-8 in every locale.
    if has_other_letters "$1" && [ "$(uname -s)" != Darwin ] && [ "$(charmap)" = ANSI_X3.4-1968 ]; then
        echo "gnc: $1 has letters beyond ASCII in its path, which this locale lacks: set LC_ALL to one with UTF-8" \
            "(locale -a lists them)." >&2
        exit 2
    fi
}

has_other_letters() {
    local LC_ALL=C
    case $1 in
        *[!\ -~]*) return 0 ;;
        *) return 1 ;;
    esac
}
