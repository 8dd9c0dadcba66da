#!/bin/sh
# Opens the pages of the sample reports in headless Chromium, on a wide and on a narrow screen, and uses them: sorts,
# filters, touches figures, and checks that nothing is loaded. PROGRAM names a reportparse that is already built.
set -eu
cd "$(dirname "$0")/../.."

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "tests/browser: Chromium is missing; install it (Debian: apt-get install chromium fonts-noto-cjk)" >&2
    exit 1
}
if [ -z "${PROGRAM:-}" ]; then
    cargo build --quiet --release --package reportparse-cli
    PROGRAM=${CARGO_TARGET_DIR:-target}/release/reportparse
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Writes the page of $1 to $2, with the probe at its end.
page() {
    "$PROGRAM" view "$1" -o "$2"
    { echo '<script>'; cat tests/browser/probe.js; echo '</script>'; } >>"$2"
}

# Prints what the probe says of the page $1 in a frame $2 pixels wide; a window of its own cannot be as narrow as a phone.
probe() {
    cat >"$work/frame.html" <<EOF
<!doctype html><meta charset="utf-8"><iframe src="file://$1" style="width: $2px; height: 844px; border: 0"></iframe>
<script>onmessage = event => document.body.textContent = event.data;</script>
EOF
    timeout 120 "$chromium" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync --user-data-dir="$work/profile" \
        --window-size=1400,900 --virtual-time-budget=10000 --dump-dom "file://$work/frame.html" 2>"$work/log" |
        grep -oE '(PROBED|FAULTS:)[^<]*' | tail -n 1
}

failed=0
for report in examples/reports/*.txt; do
    name=$(basename "$report" .txt)
    page "$report" "$work/$name.html"
    for width in 1280 390; do
        said=$(probe "$work/$name.html" "$width") || said="FAULTS: the page did not answer: $(tail -n 3 "$work/log")"
        echo "$name: $said"
        case $said in PROBED*) ;; *) failed=1 ;; esac
    done
done
exit $failed
