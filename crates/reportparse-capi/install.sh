#!/bin/sh
# Builds and installs the C library: shared and static, header, pkg-config file and CMake package.
#
#   install.sh PREFIX              PREFIX is absolute: /usr/local
#
# LIBDIR (lib) names the library folder below PREFIX; DESTDIR is put in front of all paths, for packagers; CARGO (cargo)
# builds. Nothing but cargo and the tools of a POSIX system is needed.
set -eu

fail() {
    echo "install.sh: $*" >&2
    exit 1
}

[ $# -eq 1 ] || fail "usage: install.sh PREFIX, such as install.sh /usr/local"
case $1 in
/*) PREFIX=${1%/} ;;
*) fail "PREFIX must be absolute, and $1 is not" ;;
esac
[ "$(uname -s)" = Linux ] || fail "made for Linux; elsewhere use cargo-c: cargo cinstall -p reportparse-capi --prefix $PREFIX"

here=$(cd "$(dirname "$0")" && pwd)
LIBDIR=${LIBDIR:-lib}
cargo=${CARGO:-cargo}
cd "$here"
"$cargo" build --quiet --release --package reportparse-capi
version=$("$cargo" pkgid --package reportparse-capi)
version=${version##*[#@]}
major=${version%%.*}
built=${CARGO_TARGET_DIR:-$here/../../target}/release
libdir=${DESTDIR:-}$PREFIX/$LIBDIR
includedir=${DESTDIR:-}$PREFIX/include

# The way from the CMake package up to PREFIX: one step for each folder of LIBDIR.
up=$(echo "$LIBDIR" | sed 's|[^/][^/]*|..|g')

# filled NAME FOLDER: installs the template NAME.in, filled in.
filled() {
    sed -e "s|@VERSION@|$version|g" -e "s|@MAJOR@|$major|g" -e "s|@PREFIX@|$PREFIX|g" -e "s|@LIBDIR@|$LIBDIR|g" \
        -e "s|@UP@|$up|g" "install/$1.in" >"$2/$1"
    chmod 644 "$2/$1"
}

install -d "$includedir" "$libdir/pkgconfig" "$libdir/cmake/reportparse"
install -m 644 include/reportparse.h "$includedir/reportparse.h"
install -m 755 "$built/libreportparse_c.so" "$libdir/libreportparse.so.$version"
ln -sf "libreportparse.so.$version" "$libdir/libreportparse.so.$major"
ln -sf "libreportparse.so.$major" "$libdir/libreportparse.so"
install -m 644 "$built/libreportparse_c.a" "$libdir/libreportparse.a"
filled reportparse.pc "$libdir/pkgconfig"
filled reportparse-config.cmake "$libdir/cmake/reportparse"
filled reportparse-config-version.cmake "$libdir/cmake/reportparse"
echo "installed reportparse $version for C below ${DESTDIR:-}$PREFIX"
