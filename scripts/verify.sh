#!/usr/bin/env bash
# Everything a change has to pass, from a fresh clone: browsers, dependencies, types, style, unused code, tests.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; }

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
command -v firefox-esr >/dev/null || command -v firefox >/dev/null || missing+=(firefox-esr)
if [ "${#missing[@]}" -gt 0 ]; then
  step "Installing ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    echo "The browser tests need ${missing[*]}. There is no apt-get here: install them yourself and run this again." >&2
    exit 2
  fi
  sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "The browser tests need ${missing[*]}. Install them as root (apt-get install ${missing[*]}) and run this again." >&2
      exit 2
    fi
    sudo=(sudo)
  fi
  "${sudo[@]}" apt-get update -qq
  # Ubuntu calls it firefox.
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" ||
    DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]/firefox-esr/firefox}"
fi

step 'Installing dependencies and building'
npm ci

step 'Types'
npm run --silent types

step 'Style'
npm run --silent lint

step 'Unused files, exports and dependencies'
npx --no-install knip

step 'Tests'
npm test

step 'All good'
