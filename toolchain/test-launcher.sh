#!/usr/bin/env bash
# Tests toolchain/gnc and the launcher of the distribution in a scratch checkout whose path has a blank. Stand-ins for Maven and the
# JDK record their arguments. Prints one line for each failure, and exits with 1 if there is any.
set -uo pipefail
# If CDPATH is set, cd prints the folder's path.
unset CDPATH

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
checkout="$scratch/a checkout"
failures=0
checks=0

check() { # what, expected, actual
    checks=$((checks + 1))
    if [ "$2" != "$3" ]; then
        failures=$((failures + 1))
        printf 'FAILED: %s\n  expected: %s\n  but was:  %s\n' "$1" "$2" "$3"
    fi
}

contains() { # what, part, text
    case $3 in
        *"$2"*) check "$1" yes yes ;;
        *) check "$1" "... $2 ..." "$3" ;;
    esac
}

# Runs gnc with only the folder tools, and added folders, on the PATH.
gnc() {
    local status
    status=0
    (cd / && exec env -i HOME="$scratch" PATH="$path" GNC_JVM_FOLDERS="$jvms" "${extra[@]}" "$start" "$@") \
        >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
    out=$(cat "$scratch/out")
    err=$(cat "$scratch/err")
    return "$status"
}

mkdir -p "$checkout/bench/src/main" "$checkout/core/src/main" "$scratch/tools" "$scratch/maven" "$scratch/no jvms"
cp -R "$project/toolchain" "$checkout/toolchain"
cp -R "$project/bench/src/main/launcher" "$checkout/bench/src/main/launcher"
touch "$checkout/pom.xml" "$checkout/core/src/main/A.java" "$checkout/core/src/main/B.java"
for tool in bash cat cp dirname env find flock grep ln mkdir mktemp mv readlink rm sleep touch tr uname; do
    ! command -v "$tool" >/dev/null || ln -s "$(command -v "$tool")" "$scratch/tools/$tool"
done

fake_jdk() { # home, version
    mkdir -p "$1/bin"
    echo "JAVA_VERSION=\"$2\"" >"$1/release"
    printf '#!/usr/bin/env bash\necho "pid $$"\necho "locale ${LC_ALL:-} ${LC_CTYPE:-}"\nprintf "<%%s>\\n" "$@"\nexit "${FAKE_STATUS:-0}"\n' >"$1/bin/java"
    cp "$1/bin/java" "$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}
fake_jdk "$scratch/the jvms/jdk-17" 17.0.15
fake_jdk "$scratch/the jvms/jdk-25 lts" 25.0.3
fake_jdk "$scratch/chosen" 25
fake_jdk "$scratch/old" 21.0.1

cat >"$scratch/maven/mvn" <<'MAVEN'
#!/usr/bin/env bash
echo "$PWD|$JAVA_HOME|$*" >>"$HOME/maven.calls"
echo "a message of Maven"
echo "[INFO] this went well"
echo "[INFO]      [exec] file.c: error"
[ -z "${FAKE_BUILD_FAILS:-}" ] || exit 1
start=$(mktemp)
sleep "${FAKE_BUILD_SECONDS:-0}"
mkdir -p core/target bench/target/gnc/bin bench/target/gnc/lib
cp bench/src/main/launcher/gnc toolchain/find-jdk.sh toolchain/jvm-paths.sh bench/target/gnc/bin/
modules="core bench"
case " $* " in *' -Pspark '*)
    modules="core bench bench/spark"
    mkdir -p bench/spark/target/gnc/bin bench/spark/target/gnc/lib bench/spark/target/gnc/jars
    cp bench/target/gnc/bin/* bench/spark/target/gnc/bin/
    echo -Dof=Spark >bench/spark/target/gnc/bin/spark.options
    ;;
esac
for module in $modules; do
    touch -r "$start" "$module/target/packaged"
done
rm "$start"
MAVEN
chmod +x "$scratch/maven/mvn"
calls() { if [ -e "$scratch/maven.calls" ]; then grep -c '' "$scratch/maven.calls"; else echo 0; fi; }

start="$checkout/toolchain/gnc"
extra=(X=1)

path="$scratch/tools:$scratch/maven" jvms="$scratch/no jvms"
gnc
check "status without a JDK 25" 2 $?
check "lines without a JDK 25" 1 "$(grep -c '' "$scratch/err")"
contains "sentence without a JDK 25" "openjdk-25-jdk" "$err"
check "no build without a JDK 25" 0 "$(calls)"

extra=(JAVA_HOME="$scratch/old")
gnc
check "status when JAVA_HOME is too old and nothing else is there" 2 $?
extra=(X=1)

path="$scratch/tools" jvms="$scratch/the jvms"
gnc
check "status without Maven" 2 $?
check "lines without Maven" 1 "$(grep -c '' "$scratch/err")"
contains "sentence without Maven" "install it (Debian, Ubuntu and Fedora: maven" "$err"

path="$scratch/tools:$scratch/maven"
extra=(FAKE_BUILD_FAILS=1)
gnc
check "status of a failed build" 1 $?
contains "messages of a failed build" "a message of Maven" "$err"
check "messages about work that went well" "" "$(grep 'went well' "$scratch/err")"
contains "what a compiler said" "[exec] file.c: error" "$err"
contains "where all messages are" "$checkout/bench/target/gnc.built.log" "$err"
check "stdout of a failed build" "" "$out"
extra=(X=1)

gnc estimate "two words" ''
check "status of a first run" 0 $?
check "builds after a first run" 2 "$(calls)"
contains "folder, JDK and goal of the build" "$checkout|$scratch/the jvms/jdk-25 lts|-B -DskipTests package" \
    "$(cat "$scratch/maven.calls")"
check "stdout carries nothing of Maven's" "" "$(grep 'of Maven' "$scratch/out")"
check "a build that went well is silent" "" "$err"
contains "arguments" "<org.guesscheck.gnc.cli.Gnc>
<estimate>
<two words>
<>" "$out"
contains "class path" "<$checkout/bench/target/gnc/lib/*>" "$out"
for option in -XX:ObjectAlignmentInBytes=64 -XX:+UseParallelGC -Xshare:auto -Djava.awt.headless=true \
    --enable-native-access=ALL-UNNAMED; do
    contains "JVM option" "<$option>" "$out"
done

gnc
check "builds after a second run" 2 "$(calls)"
contains "vectors" "<--add-modules=jdk.incubator.vector>" "$out"
extra=(GNC_VECTORS=no)
gnc estimate
check "status without vectors" 0 $?
check "vectors with GNC_VECTORS=no" 0 "$(grep -c incubator "$scratch/out")"
contains "the other options without vectors" "<-XX:ObjectAlignmentInBytes=64>" "$out"
extra=(GNC_VECTORS=maybe)
gnc estimate
check "status of GNC_VECTORS=maybe" 2 $?
check "sentence of GNC_VECTORS=maybe" "gnc: the variable GNC_VECTORS is 'maybe'; yes or no is allowed" "$err"
extra=(X=1)

for text in --help "sweep --help" help presets --version "completion bash"; do
    # shellcheck disable=SC2086
    gnc $text
    check "vectors for $text" 0 "$(grep -c incubator "$scratch/out")"
done

# Bash reports the streams, so that a stream that was opened again as another file counts as open.
mv "$scratch/the jvms/jdk-25 lts/bin/java" "$scratch/recorder"
printf '#!/bin/bash\nfor fd in 0 1 2; do [ -e /dev/fd/$fd ] || echo "$fd" >>"%s/closed"; done\n' "$scratch" \
    >"$scratch/the jvms/jdk-25 lts/bin/java"
chmod +x "$scratch/the jvms/jdk-25 lts/bin/java"
(cd / && exec env -i HOME="$scratch" PATH="$path" GNC_JVM_FOLDERS="$jvms" "$start" doctor <&- >&- 2>&-)
mv "$scratch/recorder" "$scratch/the jvms/jdk-25 lts/bin/java"
check "streams that the next file would be" "" "$(cat "$scratch/closed" 2>/dev/null)"

sleep 0.1
touch "$checkout/core/src/main/A.java"
gnc
check "builds after a source changed" 3 "$(calls)"

sleep 0.1
rm "$checkout/core/src/main/B.java"
gnc
check "builds after a source was deleted" 4 "$(calls)"

# A build by hand writes the same files target/packaged.
sleep 0.1
touch "$checkout/core/src/main/A.java"
sleep 0.1
(cd "$checkout" && HOME="$scratch" JAVA_HOME=x FAKE_BUILD_SECONDS=0 "$scratch/maven/mvn" install >/dev/null)
before=$(calls)
gnc
check "builds after Maven was run by hand" "$before" "$(calls)"
sleep 0.1
touch "$checkout/core/target/packaged"
gnc
check "builds after one module was packaged alone" "$((before + 1))" "$(calls)"

# Only --master builds the command with Spark.
mkdir -p "$checkout/bench/spark/src/main"
sleep 0.1
before=$(calls)
gnc estimate --eps 0.1 --master spark://host:1
check "builds for --master" "$((before + 1))" "$(calls)"
contains "profile of the build for --master" "|-B -Pspark -DskipTests package" "$(tail -n 1 "$scratch/maven.calls")"
contains "class path with Spark" "<$checkout/bench/spark/target/gnc/lib/*:$checkout/bench/spark/target/gnc/jars/*>" "$out"
contains "options with Spark" "<@$checkout/bench/spark/target/gnc/bin/spark.options>" "$out"
gnc estimate --eps 0.1 --master=spark://host:1
gnc estimate --eps 0.1
check "builds after that for --master" "$((before + 1))" "$(calls)"
contains "class path without Spark" "<$checkout/bench/target/gnc/lib/*>" "$out"

# Of two starts at the same time one builds and the other waits, with flock and without it.
both() { # what
    sleep 0.1
    touch "$checkout/core/src/main/A.java"
    sleep 0.1
    before=$(calls)
    extra=(FAKE_BUILD_SECONDS=1)
    (
        gnc
        check "status of the first of two starts $1" 0 $?
        [ "$failures" -eq 0 ]
    ) &
    other=$!
    sleep 0.2
    ok=0
    (exec env -i HOME="$scratch" PATH="$path" GNC_JVM_FOLDERS="$jvms" "${extra[@]}" "$start") >"$scratch/out2" 2>"$scratch/err2" </dev/null || ok=$?
    check "status of the second of two starts $1" 0 "$ok"
    wait "$other"
    check "the first of two starts $1" 0 $?
    check "builds of two starts $1" "$((before + 1))" "$(calls)"
    check "what the second of two starts $1 says" "" "$(cat "$scratch/err2")"
    extra=(X=1)
}
both "with flock"
rm "$scratch/tools/flock"
both "without flock"
check "no lock is left" "" "$(find "$checkout/bench/target" -name '*.pid*')"
# A start that was killed during its build.
ln -s 99999999 "$checkout/bench/target/gnc.lock.pid"
both "after a killed one"

path="$scratch/tools"
gnc
check "a built command runs without Maven" 0 $?

extra=(FAKE_STATUS=130)
gnc
check "the status is the program's" 130 $?

extra=(GNC_JAVA_OPTS="-Xmx1g -Da=b" JAVA_HOME="$scratch/chosen")
gnc
contains "GNC_JAVA_OPTS" "<-Xmx1g>
<-Da=b>
<-cp>" "$out"

check "our collector" 1 "$(grep -c UseParallelGC "$scratch/out")"
for variable in GNC_JAVA_OPTS JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS; do
    for collector in G1 Z Serial Parallel; do
        extra=("$variable=-Xmx1g -XX:+Use${collector}GC -Da=b")
        gnc
        check "collectors beside ${extra[*]}" "$([ "$variable" != GNC_JAVA_OPTS ] || echo "<-XX:+Use${collector}GC>")" \
            "$(grep '<-XX:+Use.*GC>' "$scratch/out")"
    done
done
extra=(GNC_JAVA_OPTS="-XX:+UseStringDeduplication -Xlog:gc")
gnc
contains "our collector beside other options" "<-XX:+UseParallelGC>" "$out"
extra=(GNC_JAVA_OPTS="-Da=b
-Dc=d")
gnc
contains "options on several lines" "<-Dc=d>" "$out"

# If CDPATH is set, cd prints the folder's path and may go to another folder.
extra=(CDPATH=.:/:"$scratch")
gnc
check "status with CDPATH" 0 $?
contains "class path with CDPATH" "<$checkout/bench/target/gnc/lib/*>" "$out"
(cd "$scratch" && env -i HOME="$scratch" PATH="$path" GNC_JVM_FOLDERS="$jvms" CDPATH=".:$scratch" "a checkout/toolchain/gnc") \
    >"$scratch/out" 2>&1
contains "class path of a relative start with CDPATH" "<$checkout/bench/target/gnc/lib/*>" "$(cat "$scratch/out")"
check "scripts that use cd and leave CDPATH set" "" \
    "$(cd "$project" && for script in toolchain/* toolchain/peers/* bench/src/main/launcher/* .ci/*; do
        [ ! -f "$script" ] || ! head -n 1 "$script" | grep -q bash || grep -q '^unset CDPATH' "$script" ||
            ! grep -q 'cd "' "$script" || echo "$script"
    done)"

extra=(X=1)
gnc
contains "the locale of a JVM where none is set" "locale  C.UTF-8" "$out"
extra=(LC_ALL=POSIX)
gnc
contains "the locale of a JVM under POSIX" "locale C.UTF-8 " "$out"
extra=(LANG=C LC_CTYPE=de_DE.UTF-8)
gnc
contains "another locale stays" "locale  de_DE.UTF-8" "$out"

mkdir "$scratch/links"
ln -s "../a checkout/toolchain/gnc" "$scratch/links/relative"
ln -s "$scratch/links/relative" "$scratch/links/gnc"
start="$scratch/links/gnc"
extra=(X=1)
gnc linked
check "status through two symbolic links" 0 $?
contains "arguments through two symbolic links" "<linked>" "$out"

# Java takes the place of the launcher, so that a signal sent to the launcher reaches it.
(exec env -i HOME="$scratch" PATH="$path" GNC_JVM_FOLDERS="$jvms" "$start") >"$scratch/out" 2>&1 &
launcher=$!
wait "$launcher"
contains "java has the launcher's process id" "pid $launcher
" "$(cat "$scratch/out")"

cp -R "$checkout/bench/target/gnc" "$scratch/moved away"
start="$scratch/moved away/bin/gnc"
gnc
check "status of a moved distribution" 0 $?
contains "class path of a moved distribution" "<$scratch/moved away/lib/*>" "$out"

cp -R "$scratch/moved away" "$scratch/mövéd"
start="$scratch/mövéd/bin/gnc"
extra=(LC_ALL=POSIX)
gnc
check "status of a distribution whose path has other letters" 0 $?
contains "class path with other letters" "<$scratch/mövéd/lib/*>" "$out"
cp -R "$scratch/moved away" "$scratch/12:30"
start="$scratch/12:30/bin/gnc"
extra=(X=1)
gnc
check "status of a distribution whose path has a colon" 2 $?
check "lines about a colon" 1 "$(grep -c '' "$scratch/err")"
contains "sentence about a colon" "12:30 has a colon in its path" "$err"
cp -R "$checkout" "$scratch/a:checkout"
start="$scratch/a:checkout/toolchain/gnc"
gnc
check "status of a checkout whose path has a colon" 2 $?
contains "sentence about a checkout with a colon" "a:checkout has a colon in its path" "$err"
start="$scratch/moved away/bin/gnc"

jvms="$scratch/no jvms"
gnc
check "status of the distribution without a JDK 25" 2 $?

# An image has a Java of its own, and needs nothing that a PATH names. The order of its jars is written down.
cp -R "$scratch/moved away" "$scratch/an image"
fake_jdk "$scratch/an image/runtime" 25
printf 'z.jar\na.jar\n' >"$scratch/an image/lib/class-path"
touch "$scratch/an image/lib/work.aot" "$scratch/an image/lib/text.aot"
# The stand-in of Java is a script that needs no PATH either.
printf '#!/bin/sh\nprintf "<%%s>\\n" "$@"\n' >"$scratch/an image/runtime/bin/java"
for path in "" /nowhere; do
    for shell in "$(command -v sh)" "$(command -v bash)" "$(command -v dash || command -v sh)"; do
        status=0
        out=$(cd / && env -i PATH="$path" JAVA_HOME= "$shell" "$scratch/an image/bin/gnc" estimate "two words" 2>"$scratch/err") ||
            status=$?
        check "status of an image with PATH '$path' in $shell" 0 "$status"
        contains "class path of an image" "<$scratch/an image/lib/z.jar:$scratch/an image/lib/a.jar>" "$out"
        check "an option that can't be beside an archive" 0 "$(grep -c Xshare <<<"$out")"
        contains "archive of an image" "<-XX:AOTCache=$scratch/an image/lib/work.aot>" "$out"
        contains "arguments of an image" "<estimate>
<two words>" "$out"
        check "what an image says with PATH '$path'" "" "$(cat "$scratch/err")"
    done
done
status=0
out=$(cd / && env -i PATH= "$scratch/an image/bin/gnc" --help 2>&1) || status=$?
check "status of an image's help" 0 "$status"
contains "archive of an image's help" "<-XX:AOTCache=$scratch/an image/lib/text.aot>" "$out"

jvms="$scratch/no jvms"
path="$scratch/tools:$scratch/chosen/bin"
gnc
check "a JDK 25 on the PATH is found" 0 $?

# The profiler asks for assembly if hsdis is in one of its places, and else names a place. The stand-in for Java records nothing, which
# the profiler reports.
profile() {
    rm -rf "$scratch/profile"
    env -i HOME="$scratch" PATH="$scratch/maven:/usr/bin:/bin" JAVA_HOME="$scratch/chosen" \
        "$checkout/toolchain/profile" --out "$scratch/profile" gnc presets >"$scratch/out" 2>&1
}
cp "$scratch/chosen/bin/java" "$scratch/chosen/bin/jar"
profile
check "status of a profile without a recording" 1 $?
contains "where hsdis belongs" "missing: hsdis is not installed beside the JVM" "$(cat "$scratch/profile/summary.txt")"
for place in lib/hsdis-amd64.so lib/server/hsdis-aarch64.dylib; do
    mkdir -p "$scratch/chosen/lib/server"
    touch "$scratch/chosen/$place"
    profile
    contains "assembly with $place" "assembly of the kernels: $scratch/profile/assembly.txt" "$(cat "$scratch/profile/summary.txt")"
    contains "options with $place" "<-XX:CompileCommand=print,org.guesscheck.core.kernel.vector.*::*>" "$(cat "$scratch/out")"
    rm "$scratch/chosen/$place"
done

# Two revisions of a made-up project, of which the second is twice as fast in one of its figures.
if command -v git >/dev/null && command -v python3 >/dev/null; then
    mkdir -p "$scratch/two/toolchain"
    cp "$project/toolchain/compare" "$project/toolchain/find-jdk.sh" "$scratch/two/toolchain/"
    cat >"$scratch/two/toolchain/gnc" <<'GNC'
#!/usr/bin/env bash
[ -z "${FAKE_BUILD_FAILS:-}" ] || { echo "a message of the build" >&2; exit 1; }
tree=$(cd "$(dirname "$0")/.." && pwd -P)
mkdir -p "$tree/bench/target/gnc/bin"
cp "$tree/measure" "$tree/bench/target/gnc/bin/gnc"
GNC
    cat >"$scratch/two/measure" <<'MEASURE'
#!/usr/bin/env bash
tree=$(cd "$(dirname "$0")/../../../.." && pwd -P)
echo "$(basename "$tree") $*" >>"$HOME/measured"
count=$(grep -c "^$(basename "$tree") " "$HOME/measured")
while [ "$1" != --json ]; do shift; done
printf '{"figures": [{"id": "draws", "median": %s.0%s}, {"id": "other", "median": 3.0%s}]}' \
    "$(cat "$tree/speed")" "$count" "$count" >"$2"
MEASURE
    echo target/ >"$scratch/two/.gitignore"
    echo 5 >"$scratch/two/speed"
    chmod +x "$scratch/two/toolchain/gnc" "$scratch/two/measure"
    (
        cd "$scratch/two" && git init -q && git add . && git -c user.name=n -c user.email=e commit -qm first
        echo 10 >speed
    ) >/dev/null 2>&1
    compare() {
        local status=0
        (cd / && exec env -i HOME="$scratch" PATH="$PATH" JAVA_HOME="$scratch/chosen" "${extra[@]}" "$scratch/two/toolchain/compare" "$@") \
            >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
        out=$(cat "$scratch/out")
        err=$(cat "$scratch/err")
        return "$status"
    }
    extra=(X=1)
    compare --turns 4 HEAD --quick
    check "status of a comparison" 0 $?
    contains "the ratio of what became faster" "draws   1.9" "$out"
    contains "its mark" "faster" "$(grep '^draws' "$scratch/out")"
    check "the ratio of what stayed" "other   1.000  (1.000 to 1.000)" "$(grep '^other' "$scratch/out")"
    check "turns of both" "4 4" "$(grep -c '^two ' "$scratch/measured") $(grep -vc '^two ' "$scratch/measured")"
    contains "options of a measurement" "two bench --quick --json " "$(cat "$scratch/measured")"
    check "who goes first" "two other other two two other other two" \
        "$(sed 's/^two .*/two/;t;s/.*/other/' "$scratch/measured" | tr '\n' ' ' | sed 's/ $//')"
    check "worktrees after a comparison" 1 "$(git -C "$scratch/two" worktree list | grep -c '')"
    check "files after a comparison" "" "$(ls "$scratch/two/target/compare")"
    extra=(FAKE_BUILD_FAILS=1)
    compare HEAD
    check "status of a comparison that can't build" 1 $?
    contains "messages of its build" "a message of the build" "$err"
    check "worktrees after a failure" 1 "$(git -C "$scratch/two" worktree list | grep -c '')"
    extra=(X=1)
    compare no-such-revision
    check "status of a comparison with nothing" 2 $?
    contains "sentence of a comparison with nothing" "REV no-such-revision: this repository has no such commit" "$err"
    compare HEAD --json x
    check "status of an option that is taken" 2 $?
fi

# The C kernels: a CMake cache of another folder is discarded, and CMake's messages are shown.
mkdir -p "$scratch/c" "$scratch/chosen/include"
touch "$scratch/chosen/include/jni.h"
cat >"$scratch/c/cmake" <<'CMAKE'
#!/usr/bin/env bash
if [ "$1" = --build ]; then
    [ -z "${FAKE_ERROR:-}" ] || { echo "dispatch.c: $FAKE_ERROR" >&2; exit 1; }
    touch "$2/libguesscheck.so"
else
    echo configured >>"$HOME/cmake.calls"
    if [ -e "$4/CMakeCache.txt" ] && [ "$(cat "$4/CMakeCache.txt")" != "$4" ]; then
        echo "CMake Error: the directory is different" >&2
        exit 1
    fi
    echo "$4" >"$4/CMakeCache.txt"
fi
CMAKE
printf '#!/usr/bin/env bash\n' >"$scratch/c/cc"
chmod +x "$scratch/c/cmake" "$scratch/c/cc"
kernels() { # target, variables
    local status=0
    (cd / && exec env -i HOME="$scratch" PATH="$scratch/c:$scratch/tools" JAVA_HOME="$scratch/chosen" "${@:2}" \
        "$checkout/toolchain/build-native.sh" "$1") >"$scratch/out" 2>"$scratch/err" || status=$?
    err=$(cat "$scratch/err")
    return "$status"
}
kernels "$scratch/target" CC="cc -pipe" CDPATH=.
check "status of the C kernels" 0 $?
kernels "$scratch/target" X=1
check "CMake remembers" 2 "$(grep -c '' "$scratch/cmake.calls")"
mv "$scratch/target" "$scratch/moved target"
kernels "$scratch/moved target" X=1
check "status of the C kernels after a move" 0 $?
check "CMake begins anew after a move" 4 "$(grep -c '' "$scratch/cmake.calls")"
check "what is said about a move" "" "$err"
kernels "$scratch/moved target" FAKE_ERROR="no such type"
check "status of C kernels that do not compile" 1 $?
contains "what the compiler says" "dispatch.c: no such type" "$err"
contains "what happened" "did not build; the messages of CMake and the compiler are above" "$err"

echo "launcher: $checks checks, $failures failures"
[ "$failures" -eq 0 ]
