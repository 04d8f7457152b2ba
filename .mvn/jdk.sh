# Finds a JDK that can build and run Bobbin; sourced by bobbin, check and bench/run.
# Afterwards JAVA_HOME is the JDK's folder and exported. If there is none it says in one sentence what to install.

BOBBIN_JAVA=25

# The feature release of the JDK in folder $1 (25, 26, …), or 0 if there is no JDK in it.
jdk_release() {
    local version
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || { echo 0; return; }
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p')
    echo "${version:-0}"
}

# The folder of the JDK whose java is found first on the path, links followed.
jdk_on_path() {
    local java
    java=$(command -v java) || return 0
    java=$(readlink -f "$java" 2>/dev/null || echo "$java")
    echo "${java%/bin/java}"
}

find_jdk() {
    local folder release best='' best_release=$((BOBBIN_JAVA - 1))
    for folder in "${JAVA_HOME-}" "$(jdk_on_path)"; do
        if [ -n "$folder" ] && [ "$(jdk_release "$folder")" -ge "$BOBBIN_JAVA" ]; then
            export JAVA_HOME=$folder
            return
        fi
    done
    for folder in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/*; do
        release=$(jdk_release "$folder")
        if [ "$release" -gt "$best_release" ]; then
            best=$folder best_release=$release
        fi
    done
    if [ -z "$best" ]; then
        echo "Bobbin needs a JDK $BOBBIN_JAVA or newer: install one (for example the package temurin-$BOBBIN_JAVA-jdk) or let JAVA_HOME name its folder." >&2
        exit 69
    fi
    export JAVA_HOME=$best
}
