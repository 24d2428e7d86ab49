#!/bin/sh
# Lints the API document that the tests of infra/app left in their target folder.
set -eu
cd "$(dirname "$0")/openapi"
command -v npm >/dev/null || {
    echo "npm is missing; installing Debian's."
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y nodejs npm
}
npm ci --no-audit --no-fund --silent
npx spectral lint ../../app/target/openapi.json --display-only-failures
npx redocly lint ../../app/target/openapi.json
