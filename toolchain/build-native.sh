#!/usr/bin/env bash
# Builds the C kernels with CMake: for this machine, and for 64-bit ARM if Debian's cross compiler is installed. Maven calls it with
# the target folder of the native module. The libraries go to classes/ in that folder. If a tool is missing, the script says so and
# builds nothing.
set -euo pipefail
# If CDPATH is set, cd prints the folder's path.
unset CDPATH

toolchain=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
target=$1
source=$toolchain/../native/src/main/c
. "$toolchain/find-jdk.sh"

skip() {
    echo "The C kernels (backend jni) are not built: $1." >&2
    exit 0
}

command -v cmake >/dev/null || skip "there is no CMake on the PATH (Debian and Ubuntu: apt-get install cmake make)"
# CC may be a command with options, such as ccache gcc.
compiler=${CC:-cc}
command -v "${compiler%% *}" >/dev/null || skip "there is no C compiler on the PATH (Debian and Ubuntu: apt-get install gcc)"
jdk=$(find_jdk)
[ -f "$jdk/include/jni.h" ] || skip "$jdk has no include/jni.h"

case $(uname -s) in
    Linux) system=linux ;;
    Darwin) system=macosx ;;
    *) skip "this script does not know $(uname -s)" ;;
esac
case $(uname -m) in
    x86_64 | amd64) processor=x86_64 ;;
    aarch64 | arm64) processor=arm64 ;;
    *) skip "there are none for $(uname -m)" ;;
esac

# Configures and compiles in a folder. Further arguments go to CMake, and all messages to the log.
compile() {
    local folder=$1
    shift
    remembered=
    [ ! -e "$folder/CMakeCache.txt" ] || remembered=yes
    mkdir -p "$folder"
    {
        cmake -S "$source" -B "$folder" -DJNI_INCLUDE="$jdk/include" -DTEST_CASES="$target/kernel-cases.txt" \
            -DTEST_SOURCE="$toolchain/../native/src/test/c/kernels_test.c" "$@" &&
            cmake --build "$folder" --parallel 2
    } >"$log" 2>&1
}

# Builds for a platform, named as in Platform.java. Further arguments go to CMake.
build() {
    local platform=$1 log
    shift
    local folder=$target/cmake/$platform
    local packed=$target/classes/org/guesscheck/nativekernels/lib/$platform
    mkdir -p "$packed"
    log=$target/cmake/$platform.log
    # CMake's cache may name another folder or compiler, after the checkout was moved for example. Then the build starts without it.
    if ! compile "$folder" "$@" && ! { [ -n "$remembered" ] && rm -rf "$folder" && compile "$folder" "$@"; }; then
        cat "$log" >&2
        echo "The C kernels for $platform did not build; the messages of CMake and the compiler are above." >&2
        exit 1
    fi
    cp -p "$folder"/libguesscheck.* "$packed/"
}

build "$system-$processor"
if [ "$system-$processor" = linux-x86_64 ] && command -v aarch64-linux-gnu-gcc >/dev/null; then
    build linux-arm64 -DCMAKE_TOOLCHAIN_FILE="$toolchain/linux-arm64.cmake"
fi
