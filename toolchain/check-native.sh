#!/usr/bin/env bash
# Runs the test of the C kernels under the address and undefined behaviour sanitizers, and under valgrind where it is installed.
# Needs the cases that `mvn verify` leaves in native/target. Ends with 1 if anything is found.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cases=$project/native/target/kernel-cases.txt
if [ ! -f "$cases" ]; then
    echo "native/target/kernel-cases.txt is missing: run mvn verify first." >&2
    exit 2
fi

# Builds the test in a folder of its own, with what CMake needs to know besides.
build() {
    local folder=$project/native/target/cmake/$1
    shift
    cmake -S "$project/native/src/main/c" -B "$folder" -DTEST_CASES="$cases" \
        -DTEST_SOURCE="$project/native/src/test/c/kernels_test.c" "$@" >/dev/null
    cmake --build "$folder" --parallel 2 >/dev/null
}

build sanitized -DSANITIZE=ON
ctest --test-dir "$project/native/target/cmake/sanitized" --output-on-failure --no-tests=error

if command -v valgrind >/dev/null && [ "$(uname -m)" = x86_64 ]; then
    # Valgrind knows AVX2 and not AVX-512.
    build plain
    valgrind --quiet --error-exitcode=1 --leak-check=full --show-leak-kinds=all --errors-for-leak-kinds=all \
        "$project/native/target/cmake/plain/kernels_test" avx2 "$cases"
else
    echo "valgrind is not run: it is not installed, or there is no AVX2 here."
fi
