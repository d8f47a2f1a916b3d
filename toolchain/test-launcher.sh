#!/usr/bin/env bash
# Tests toolchain/gnc and the launcher of the distribution in a scratch checkout whose path has a blank, with stand-ins
# for Maven and the JDK that record how they were called. Prints one line per failure and ends with 1 if there is any.
set -uo pipefail

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

# Runs gnc with nothing but the folder tools (and what it is told to add) on the PATH.
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
for tool in bash cat cp dirname env find grep mkdir mv readlink sleep touch tr; do
    ln -s "$(command -v "$tool")" "$scratch/tools/$tool"
done

fake_jdk() { # home, version
    mkdir -p "$1/bin"
    echo "JAVA_VERSION=\"$2\"" >"$1/release"
    printf '#!/usr/bin/env bash\necho "pid $$"\nprintf "<%%s>\\n" "$@"\nexit "${FAKE_STATUS:-0}"\n' >"$1/bin/java"
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
[ -z "${FAKE_BUILD_FAILS:-}" ] || exit 1
mkdir -p bench/target/gnc/bin bench/target/gnc/lib
cp bench/src/main/launcher/gnc toolchain/find-jdk.sh bench/target/gnc/bin/
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
check "stdout of a failed build" "" "$out"
extra=(X=1)

gnc estimate "two words" ''
check "status of a first run" 0 $?
check "builds after a first run" 2 "$(calls)"
contains "folder, JDK and goal of the build" "$checkout|$scratch/the jvms/jdk-25 lts|-B -DskipTests package" \
    "$(cat "$scratch/maven.calls")"
check "stdout carries nothing of Maven's" "" "$(grep 'of Maven' "$scratch/out")"
check "a build that went well is silent" "" "$err"
contains "arguments" "<org.guesscheck.bench.cli.Gnc>
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
contains "vectors" "<jdk.incubator.vector>" "$out"

for text in --help "sweep --help" help presets --version; do
    # shellcheck disable=SC2086
    gnc $text
    check "vectors for $text" 0 "$(grep -c incubator "$scratch/out")"
done

# As bash sees them, so also where a stream is open again as another.
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
jvms="$scratch/no jvms"
gnc
check "status of the distribution without a JDK 25" 2 $?

jvms="$scratch/no jvms"
path="$scratch/tools:$scratch/chosen/bin"
gnc
check "a JDK 25 on the PATH is found" 0 $?

echo "launcher: $checks checks, $failures failures"
[ "$failures" -eq 0 ]
