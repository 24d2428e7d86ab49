#!/bin/sh
# Unpacks the platform and lets the JVM learn how it starts: infra/deploy/install.sh JAR FOLDER
# Then: java -XX:AOTCache=FOLDER/huiying.aot --enable-native-access=ALL-UNNAMED -jar FOLDER/huiying.jar
# The cache (JEP 514) is for this JDK and this jar; a JDK before 25 goes without. JAVA names the java to use.
set -eu
jar=$1
folder=$2
java=${JAVA:-java}

rm -rf "$folder/huiying.jar" "$folder/lib" "$folder/huiying.aot"
"$java" -Djarmode=tools -jar "$jar" extract --destination "$folder" --force

version=$("$java" -version 2>&1 | sed -n 's/^[^"]*version "\([0-9]*\).*/\1/p')
if [ "${version:-0}" -lt 25 ]; then
    echo "JDK $version keeps no cache of a start; the platform starts without one."
    exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# A whole start on an empty folder with the demo data, so that deciding and folding are learnt too; the JVM writes the cache when
# it is stopped.
"$java" -XX:AOTCacheOutput="$folder/huiying.aot" --enable-native-access=ALL-UNNAMED -jar "$folder/huiying.jar" \
    --huiying.data="$scratch/data" --huiying.demo=true --server.port=0 >"$scratch/log" 2>&1 &
process=$!
while kill -0 "$process" 2>/dev/null && ! grep -q 'Huiying listens' "$scratch/log"; do
    sleep 0.2
done
kill -TERM "$process" 2>/dev/null || true
wait "$process" || [ $? -eq 143 ] || { cat "$scratch/log"; exit 1; }
[ -s "$folder/huiying.aot" ] || { echo "The JVM wrote no cache:"; cat "$scratch/log"; exit 1; }
