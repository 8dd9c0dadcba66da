#!/usr/bin/env bash
# Sets up what the tests need: Debian packages, and a virtual environment with the Python packages.
# Does nothing where all of it is there. Says what is missing where it cannot install it.
set -euo pipefail
cd "$(dirname "$0")/.."

# command or file that must be there : the Debian package that brings it
needed=(
  "cc:gcc" "g++:g++" "make:make" "pkg-config:pkg-config" "cmake:cmake" "clang:clang" "valgrind:valgrind"
  "soffice:libreoffice-writer-nogui" "chromium:chromium" "java:default-jre-headless"
  "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc:fonts-wqy-zenhei"
)

missing=()
for entry in "${needed[@]}"; do
  what=${entry%%:*}
  if [[ $what == /* ]]; then
    [[ -e $what ]] || missing+=("${entry##*:}")
  else
    command -v "$what" >/dev/null || missing+=("${entry##*:}")
  fi
done

# Debian's Python makes no virtual environment without it.
python3 -c "import ensurepip" 2>/dev/null || missing+=("python3-venv")

if ((${#missing[@]})); then
  echo "setup: installing ${missing[*]}"
  sudo=()
  ((EUID == 0)) || sudo=(sudo)
  if ! command -v apt-get >/dev/null; then
    echo "setup: this system has no apt-get; install by hand what brings: ${missing[*]}" >&2
    exit 1
  fi
  "${sudo[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

for tool in cargo python3; do
  command -v "$tool" >/dev/null || { echo "setup: $tool is missing; README.md says what is needed" >&2; exit 1; }
done

requirements=python/requirements-test.txt
stamp=.venv/installed
if ! cmp -s "$requirements" "$stamp"; then
  echo "setup: installing $requirements into .venv"
  python3 -m venv .venv
  .venv/bin/pip install --quiet --requirement "$requirements"
  cp "$requirements" "$stamp"
fi
