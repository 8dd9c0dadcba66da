#!/bin/sh
# Tests the C library as a C programmer gets it: builds and installs it below target/c-test, and works from there.
#
#   tests/c/run.sh                 everything
#
# Wants gcc, clang, valgrind, cmake, pkg-config and binutils; one that is missing is told, and is a failure.
set -eu

cd "$(dirname "$0")/../.."
root=$PWD
target=${CARGO_TARGET_DIR:-$root/target}
work=$target/c-test
prefix=$work/installed
sources=$root/tests/c
reports=$root/examples/reports

say() { echo "== $*"; }
fail() {
    echo "tests/c/run.sh: $*" >&2
    exit 1
}

missing=
for tool in gcc g++ clang clang++ valgrind cmake pkg-config nm readelf; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
done
[ -z "$missing" ] || fail "missing:$missing: apt-get install gcc g++ clang valgrind cmake pkg-config binutils"

rm -rf "$work"
mkdir -p "$work"
flags="-Wall -Wextra -Wpedantic -Werror -Wconversion -Wshadow"

say "the header is what the sources make"
cargo run --quiet --release --package reportparse-dev -- header --check

say "every function tells its threads and cost, and those that may fail their errors"
awk '/^\/\/\// { doc = doc $0; next }
    /^[a-z].*[ *]rp_[a-z_]*\(/ {
        if (doc !~ /Threads:/ || doc !~ /Cost:/ || (/^rp_status/ && !/rp_error_status/ && doc !~ /Errors:/)) print
    }
    { doc = "" }' crates/reportparse-capi/include/reportparse.h >"$work/untold"
[ ! -s "$work/untold" ] || fail "too little is told about: $(cat "$work/untold")"

say "install"
crates/reportparse-capi/install.sh "$prefix"
export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
export LD_LIBRARY_PATH="$prefix/lib"
library=$prefix/lib/libreportparse.so
cflags=$(pkg-config --cflags reportparse)
libs=$(pkg-config --libs reportparse)

say "the header alone, and the layout, in every standard"
echo '#include <reportparse.h>' >"$work/alone.c"
cp "$work/alone.c" "$work/alone.cpp"
cp "$sources/layout.c" "$work/layout.cpp"
for compiler in gcc clang; do
    for standard in c99 c11 c17; do
        $compiler -std=$standard $flags $cflags -fsyntax-only "$work/alone.c"
    done
    for standard in c11 c17; do
        $compiler -std=$standard $flags $cflags -fsyntax-only "$sources/layout.c"
    done
done
for compiler in g++ clang++; do
    $compiler -std=c++17 $flags $cflags -fsyntax-only "$work/alone.cpp"
    $compiler -std=c++17 $flags $cflags -fsyntax-only "$work/layout.cpp"
done

say "the exported symbols are those of the header"
sed -e 's|//.*||' -e '/^\/\*/,/\*\//d' "$prefix/include/reportparse.h" | grep -o '\brp_[a-z0-9_]*(' | tr -d '(' |
    sort -u >"$work/declared"
nm -D --defined-only "$library" | awk '{print $3}' | sort -u >"$work/exported"
diff "$work/declared" "$work/exported" || fail "what the library exports is not what the header declares"
nm --defined-only "$prefix/lib/libreportparse.a" 2>/dev/null | awk '$2 == "T" && $3 ~ /^rp_/ {print $3}' |
    sort -u >"$work/archived"
diff "$work/declared" "$work/archived" || fail "what the archive holds is not what the header declares"
readelf -d "$library" | grep -q 'SONAME.*\[libreportparse\.so\.0\]' || fail "the SONAME is not libreportparse.so.0"

# build FOLDER COMPILER FLAGS...: builds every test program.
build() {
    folder=$work/$1
    compiler=$2
    shift 2
    mkdir -p "$folder"
    for program in version read misuse threads arrow render parse twice; do
        $compiler -std=c11 -g $flags "$@" $cflags -o "$folder/$program" "$sources/$program.c" $libs -pthread -lm
    done
}

# check_all FOLDER SIZE RUNNER...: runs every test program.
check_all() {
    folder=$work/$1
    size=$2
    shift 2
    "$@" "$folder/version"
    "$@" "$folder/read"
    "$@" "$folder/misuse" "$size"
    "$@" "$folder/threads" "$reports/county-work-report.txt"
    "$@" "$folder/arrow" "$reports/county-work-report.txt"
}

say "tests, built by gcc and by clang"
build gcc gcc -O2
build clang clang -O2
check_all gcc large
check_all clang small

say "tests under AddressSanitizer and UndefinedBehaviorSanitizer"
build sanitized gcc -O1 -fsanitize=address,undefined -fno-sanitize-recover=all
check_all sanitized large
! "$work/sanitized/twice" 2>"$work/twice.log" || fail "a report was freed twice, and AddressSanitizer did not tell"
grep -q 'AddressSanitizer' "$work/twice.log" || fail "twice failed for another reason: see $work/twice.log"

say "tests under valgrind"
check_all gcc small valgrind --quiet --error-exitcode=9 --leak-check=full --num-callers=40 --suppressions="$sources/valgrind.supp"

say "the same JSON and HTML as from the program"
cargo build --quiet --release --package reportparse-cli
program=$target/release/reportparse
cargo run --quiet --release --package reportparse-dev -- cases "$work/cases"
# same FORM FILE COMMAND...: the command says what the C program says.
same() {
    form=$1
    file=$2
    shift 2
    "$work/gcc/render" "$form" "$file" >"$work/from_c"
    "$@" "$file" | cmp "$work/from_c" - || fail "$file: from C it reads otherwise: $form"
}
count=0
for file in "$reports"/*.* "$work/cases"/*; do
    same bytes "$file" "$program" json --offsets bytes
    count=$((count + 1))
done
for file in "$reports"/*.*; do
    same chars "$file" "$program" json --offsets chars
    same utf16 "$file" "$program" json --offsets utf16
    same html "$file" "$program" view
done
echo "$count files"

say "the examples, with pkg-config and with CMake"
cp -r examples/c "$work/examples"
make --quiet -C "$work/examples" CFLAGS="-std=c99 $flags"
cmake -S "$work/examples" -B "$work/examples/build" -DCMAKE_PREFIX_PATH="$prefix" >"$work/cmake.log"
cmake --build "$work/examples/build" >>"$work/cmake.log"
sample=$reports/county-work-report.txt
"$work/examples/outline" "$sample" >"$work/outline"
[ -s "$work/outline" ] || fail "the outline is empty"
"$work/examples/build/outline" "$sample" | cmp - "$work/outline"
LD_LIBRARY_PATH= "$work/examples/build/outline_static" "$sample" | cmp - "$work/outline"
readelf -d "$work/examples/build/outline_static" | grep -q 'libreportparse' && fail "outline_static is not static"
# shellcheck disable=SC2046 # the flags are several words
gcc -o "$work/outline_archived" "$work/examples/outline.c" $cflags \
    $(pkg-config --static --libs reportparse | sed 's/-lreportparse/-l:libreportparse.a/')
LD_LIBRARY_PATH= "$work/outline_archived" "$sample" | cmp - "$work/outline"
"$work/examples/metrics_csv" "$sample" >"$work/metrics.csv"
"$work/examples/build/metrics_csv" "$sample" | cmp - "$work/metrics.csv"

say "a staged install with a library folder of its own"
DESTDIR=$work/staged LIBDIR=lib/native crates/reportparse-capi/install.sh /usr >/dev/null
grep -q '^libdir=${prefix}/lib/native$' "$work/staged/usr/lib/native/pkgconfig/reportparse.pc" || fail "the .pc file is wrong"
cmake -S "$work/examples" -B "$work/examples/staged" \
    -Dreportparse_DIR="$work/staged/usr/lib/native/cmake/reportparse" >>"$work/cmake.log"
cmake --build "$work/examples/staged" >>"$work/cmake.log"

say "what parsing through C costs"
for _ in 1 2 3 4 5 6 7 8 9 10; do
    cat "$reports"/*.txt
done >"$work/large.txt"
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 | sed -n 's/.*Collected : //p'
}
c=$(instructions "$work/gcc/parse" "$work/large.txt")
rust=$(instructions "$target/release/reportparse-dev" parse "$work/large.txt")
awk -v c="$c" -v rust="$rust" 'BEGIN {
    printf "%d instructions from C, %d from Rust: %+.2f %%\n", c, rust, 100 * (c / rust - 1)
    exit !(c > 0 && rust > 0 && c <= 1.03 * rust)
}' || fail "parsing through C costs more than 3 % more than from Rust"

say "all good"
