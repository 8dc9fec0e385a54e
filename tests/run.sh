#!/usr/bin/env bash
# Runs all tests, from any folder, on a machine with the .NET 10 SDK; installs what is missing.
#   bash tests/run.sh          everything
#   bash tests/run.sh --fast   without the tests in a browser
# The last line is "N passed, N failed"; the exit code says the same.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# One configuration for all; nothing may stay behind, so no build server is kept.
configuration=Release
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
export DEBIAN_FRONTEND=noninteractive
no_servers=(-nodeReuse:false -p:UseSharedCompilation=false)

fast=no
for argument in "$@"; do
  case "$argument" in
    --fast) fast=yes ;;
    *) echo "Unknown option $argument. Usage: bash tests/run.sh [--fast]" >&2; exit 2 ;;
  esac
done

passed=0
failed=0
running=
output="$(mktemp -d)"
end() { [ -n "$running" ] && kill "$running" 2>/dev/null; rm -rf "$output"; }
trap end EXIT
trap 'exit 130' INT TERM

say() { printf '\n== %s\n' "$*"; }

finish() {
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && exit 0
  exit 1
}

give_up() {
  echo "$1" >&2
  failed=$((failed + 1))
  finish
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo > /dev/null; then sudo --preserve-env=DEBIAN_FRONTEND "$@"
  else echo "Something is missing, and only root can install it." >&2; return 1
  fi
}

# What the tests ask of the machine beside the SDK: programs, and the packages that have them.
#   kill (procps) and mount: tests that stop the program, and that give it a full or a read-only disk
#   Chromium and two families of fonts: what runs in the browser runs with each, so that nothing hangs on a font
# The headless shell has no windows to draw: a page opens in half the time that the whole browser takes.
chromium=chromium-headless-shell
fonts=/usr/share/fonts/truetype
install_tools() {
  as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

# Runs a built test project, with its runner's options, and adds up what its last line says:
# "Total: 5, Errors: 0, Failed: 0, Skipped: 0, ...".
run_tests() {
  local log="$output/$1.log" code total errors fails skipped summary
  "tests/$1/bin/$configuration/net10.0/$1" -noColor -noLogo "${@:2}" > >(tee "$log") 2>&1 &
  running=$!
  wait "$running"
  code=$?
  running=
  summary="$(grep -aE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -n 1)"
  if [ -z "$summary" ]; then
    echo "$1 ended with code $code before it was through." >&2
    failed=$((failed + 1))
    return
  fi
  read -r total errors fails skipped < <(sed -E 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/' <<< "$summary")
  passed=$((passed + total - fails - skipped))
  failed=$((failed + fails + errors))
  [ "$code" -ne 0 ] && [ "$fails" -eq 0 ] && [ "$errors" -eq 0 ] && failed=$((failed + 1))
  [ "$total" -eq 0 ] && { echo "$1 ran no test." >&2; failed=$((failed + 1)); }
}

missing=()
[ -x /bin/kill ] || [ -x /usr/bin/kill ] || missing+=(procps)
[ -x /bin/mount ] || [ -x /usr/bin/mount ] || missing+=(mount)
if [ "$fast" = no ]; then
  [ -x "${CHROMIUM:-/usr/bin/$chromium}" ] || missing+=("$chromium")
  [ -d "$fonts/liberation" ] || missing+=(fonts-liberation)
  [ -d "$fonts/dejavu" ] || missing+=(fonts-dejavu-core)
fi
if [ "${#missing[@]}" -gt 0 ]; then
  say "Installing ${missing[*]}"
  install_tools "${missing[@]}" || give_up "Not installed: ${missing[*]}."
fi

say "Building"
dotnet build DefenseCoop.sln -c "$configuration" -v quiet "${no_servers[@]}" || give_up "The build failed."

say "Packages"
packages="$(dotnet list DefenseCoop.sln package --vulnerable --include-transitive 2>&1)" || give_up "$packages"
if grep -q "has the following vulnerable packages" <<< "$packages"; then give_up "$packages"; fi
echo "No package with a known vulnerability."

say "DefenseCoop.Tests"
run_tests DefenseCoop.Tests
if [ "$fast" = no ]; then
  say "DefenseCoop.BrowserTests with the fonts of Liberation"
  BROWSER_FONTS=liberation run_tests DefenseCoop.BrowserTests
  say "DefenseCoop.BrowserTests with the fonts of DejaVu: all that hangs on fonts"
  BROWSER_FONTS=dejavu run_tests DefenseCoop.BrowserTests -trait- Fonts=any
fi
finish
