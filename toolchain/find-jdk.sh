# Prints the home of a JDK 25, or says on stderr what to install and ends with status 2.
#
# Run the script, or source it and call find_jdk. It tries JAVA_HOME, then the usual folders of Linux and macOS, the folders of
# version managers, and last the javac on the PATH. GNC_JVM_FOLDERS (separated by colons) replaces the usual folders.

JDK_FEATURE=25

# A folder is a JDK if it has java and javac, and its release file names the version. No program is started to find out.
is_jdk() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
        grep -Eq "^JAVA_VERSION=\"$JDK_FEATURE([.\"+-])" "$1/release"
}

jdk_candidates() {
    local folder home link
    [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
    if [ -n "${GNC_JVM_FOLDERS+set}" ]; then
        printf '%s\n' "$GNC_JVM_FOLDERS" | tr ':' '\n' | while IFS= read -r folder; do
            for home in "$folder"/*; do
                printf '%s\n' "$home"
            done
        done
    else
        for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* \
            "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* \
            "${HOME:-}"/.local/share/mise/installs/java/* "${HOME:-}"/.jbang/cache/jdks/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home \
            "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
            /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
            /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
            printf '%s\n' "$home"
        done
        if [ -x /usr/libexec/java_home ]; then
            /usr/libexec/java_home -v "$JDK_FEATURE" 2>/dev/null
        fi
    fi
    link=$(command -v javac 2>/dev/null) || return 0
    # A loop follows the links, because older versions of macOS have no readlink -f.
    while [ -L "$link" ]; do
        home=$(readlink "$link")
        case $home in
            /*) link=$home ;;
            *) link=$(dirname "$link")/$home ;;
        esac
    done
    # If CDPATH is set, cd prints the folder's path.
    (CDPATH='' cd "$(dirname "$link")/.." 2>/dev/null && pwd -P)
}

find_jdk() {
    local home
    home=$(jdk_candidates | while IFS= read -r home; do
        if is_jdk "$home"; then
            printf '%s\n' "$home"
            break
        fi
    done)
    if [ -z "$home" ]; then
        echo "guesscheck needs a JDK $JDK_FEATURE and none was found: install one (Debian and Ubuntu: openjdk-25-jdk or" \
            "temurin-25-jdk; Fedora: java-25-openjdk-devel; macOS: brew install openjdk@25) or set JAVA_HOME to it." >&2
        return 2
    fi
    printf '%s\n' "$home"
}

case ${0##*/} in
    find-jdk.sh) find_jdk ;;
esac
