#!/usr/bin/env bash
# Runs the C kernels under the address and undefined behaviour sanitizers, from their test program and from a JVM, and under valgrind
# if it is installed. Needs the cases and classes that `mvn verify` writes. Exits with 1 if a tool finds a fault.
set -euo pipefail
# If CDPATH is set, cd prints the folder's path.
unset CDPATH

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cases=$project/native/target/kernel-cases.txt
if [ ! -f "$cases" ]; then
    echo "native/target/kernel-cases.txt is missing: run mvn verify first." >&2
    exit 2
fi

# Builds the test program in a folder of its own. Further arguments go to CMake.
build() {
    local folder=$project/native/target/cmake/$1
    shift
    cmake -S "$project/native/src/main/c" -B "$folder" -DTEST_CASES="$cases" \
        -DTEST_SOURCE="$project/native/src/test/c/kernels_test.c" "$@" >/dev/null
    cmake --build "$folder" --parallel 2 >/dev/null
}

build sanitized -DSANITIZE=ON
ctest --test-dir "$project/native/target/cmake/sanitized" --output-on-failure --no-tests=error

# Compares digests from a JVM, through the bridge. The JVM is built without the sanitizer, so the sanitizer's library is loaded before
# it. The JVM uses SIGSEGV itself and keeps memory at exit, so neither is reported.
. "$project/toolchain/find-jdk.sh"
jdk=$(find_jdk)
sanitizer=$("${CC:-cc}" -print-file-name=libasan.so)
embedded() {
    "$jdk/bin/java" --enable-native-access=ALL-UNNAMED "${@:2}" \
        -cp "$project/core/target/classes:$project/native/target/classes:$project/native/target/test-classes" \
        org.guesscheck.nativekernels.jni.Embedded "$1"
}
if [ "$(uname -s)" = Linux ] && [ -f "$sanitizer" ]; then
    build sanitized-jni -DSANITIZE=ON -DJNI_INCLUDE="$jdk/include"
    library=$project/native/target/cmake/sanitized-jni/libguesscheck.so
    for work in jni splitting sparse descent; do
        expected=$(embedded "$work")
        found=$(LD_PRELOAD=$sanitizer ASAN_OPTIONS=detect_leaks=0:handle_segv=0 embedded "$work" -Dguesscheck.native.library="$library")
        if [[ $found != jni-* || $found != "$expected" ]]; then
            printf 'from a JVM with sanitizers: %s\n%s\nwithout them:\n%s\n' "$work" "$found" "$expected" >&2
            exit 1
        fi
        echo "from a JVM with sanitizers, $work: the same as without: ${found##*$'\n'}"
    done
else
    echo "The bridge is not run under sanitizers: that takes Linux and gcc with its libasan."
fi

if command -v valgrind >/dev/null && [ "$(uname -m)" = x86_64 ]; then
    # Valgrind can run AVX2, but not AVX-512.
    build plain
    valgrind --quiet --error-exitcode=1 --leak-check=full --show-leak-kinds=all --errors-for-leak-kinds=all \
        "$project/native/target/cmake/plain/kernels_test" avx2 "$cases"
else
    echo "valgrind is not run: it is not installed, or there is no AVX2 here."
fi
