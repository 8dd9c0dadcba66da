#!/bin/sh
# rustdoc with the switches of the nightly one, for this program alone: set for all, the variable builds every crate anew.
RUSTC_BOOTSTRAP=1 exec rustdoc "$@"
