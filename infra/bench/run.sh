#!/bin/sh
# Builds the platform and measures it: infra/bench/run.sh [SECTION …] [--quick]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"

ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1 || {
    echo "PostgreSQL, the peers' store, is missing; installing Debian's."
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y postgresql
}

# The module is not in the parent's list, so that the normal build needs no driver of a peer: the parent is built first.
mvn -B -q -Dspotless.check.skip -DskipTests -pl infra/app,infra/bench -am -Pbench package

# A JDK of 21 or newer, as the build picks one by itself.
for java in "${JAVA_HOME:-/none}/bin/java" $(ls -d /usr/lib/jvm/*/bin/java 2>/dev/null | sort -rV) java; do
    version=$("$java" -version 2>&1 | sed -n 's/^[^"]*version "\([0-9]*\).*/\1/p') || continue
    [ "${version:-0}" -ge 21 ] && break
done

# The platform that is started as a process is installed as the runbook says.
installed=infra/bench/target/installed
cmp -s infra/app/target/huiying.jar "$installed.jar" || {
    JAVA="$java" infra/deploy/install.sh infra/app/target/huiying.jar "$installed"
    cp infra/app/target/huiying.jar "$installed.jar"
}

# Inside the platform's own jar, with the bench beside it.
exec "$java" -Xmx4g ${BENCH_OPTS:-} --enable-native-access=ALL-UNNAMED \
    -cp infra/app/target/huiying.jar \
    -Dloader.path=infra/bench/target/bench.jar,infra/bench/target/lib/ \
    -Dloader.main=cn.huiying.bench.Bench \
    -Dbench.java="$java" \
    -Dbench.app.jar="$installed/huiying.jar" \
    -Dbench.app.options="-XX:AOTCache=$installed/huiying.aot ${BENCH_APP_OPTS:-}" \
    org.springframework.boot.loader.launch.PropertiesLauncher "$@"
